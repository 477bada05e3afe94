package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.chip.ChipSetting;
import io.cardloom.production.chip.ProgramChips;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which programs' runs say the commands that store their chips' data. */
final class ChipScripts {

    private final ProgramChips chips;
    private final Actor actor;
    private final List<Program> programs;

    ChipScripts(ProgramChips chips, Actor actor, List<Program> programs) {
        this.chips = chips;
        this.actor = actor;
        this.programs = programs;
    }

    /** Nothing while no program has a chip. */
    Optional<Sheet> sheet() {
        List<Component> boxes = new ArrayList<>();
        for (Program program : programs) {
            Attempt.or(Optional.<ChipSetting>empty(), () -> chips.find(actor, program.id()))
                    .ifPresent(chip -> boxes.add(box(program, chip.scripts())));
        }
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        Paragraph told =
                new Paragraph(
                        "With them each card's line of chip.csv ends with the commands that store"
                                + " its data, SELECT and STORE DATA. The personalizer opens the"
                                + " session between them with keys of its own. Runs that are"
                                + " prepared stay as they are.");
        Component[] content = new Component[boxes.size() + 1];
        content[0] = told;
        for (int i = 0; i < boxes.size(); i++) {
            content[i + 1] = boxes.get(i);
        }
        return Optional.of(new Sheet("Commands for the personalizer", Sheet.body(content)));
    }

    private Checkbox box(Program program, boolean on) {
        Checkbox box = new Checkbox("Write the commands of " + program.name(), on);
        box.addValueChangeListener(
                e -> {
                    if (!e.isFromClient()) {
                        return;
                    }
                    boolean wanted = e.getValue();
                    if (Attempt.to(() -> chips.writeScripts(actor, program.id(), wanted))) {
                        Notice.done(
                                wanted
                                        ? "The next runs say the commands."
                                        : "The next runs leave the commands out.");
                    } else {
                        box.setValue(!wanted);
                    }
                });
        return box;
    }
}
