package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.chip.ChipSetting;
import io.cardloom.production.chip.ProgramChips;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** What programs' chips hold, and the issuer's keys that authorities certify for them. */
@Route(value = KeyNavigation.CHIPS, layout = PortalFrame.class)
@PageTitle("Chips · Cardloom")
@PermitAll
class ChipsView extends PageBody {

    private final CurrentActor current;
    private final ProgramChips chips;
    private final Programs programs;
    private final ChipDialog dialog;
    private final ChipKeySheets keys;
    private final Div sheets = new Div();

    ChipsView(
            CurrentActor current,
            ProgramChips chips,
            Programs programs,
            Custodians custodians,
            ChipDialog dialog,
            KeyEndDialogs ends,
            KeyNews news) {
        this.current = current;
        this.chips = chips;
        this.programs = programs;
        this.dialog = dialog;
        Actor actor = current.actor();
        actor.require(Permission.KEEP_KEYS);
        this.keys = new ChipKeySheets(current, chips, programs, custodians, dialog, ends);
        sheets.addClassName("cl-stack");
        add(
                new PageHead("Chips")
                        .saying(
                                "An authority certifies a public key of yours; a program's cards"
                                    + " get a chip when they have that certificate and a profile."),
                sheets);
        draw();
        news.follow(this, actor.tenant(), keys::draw);
    }

    private void draw() {
        Actor actor = current.actor();
        sheets.removeAll();
        sheets.add(new Sheet("Programs", list(actor)));
        new ChipScripts(chips, actor, programs.list(actor)).sheet().ifPresent(sheets::add);
        keys.draw();
        sheets.add(keys);
    }

    private Component list(Actor actor) {
        List<Program> all = programs.list(actor);
        if (all.isEmpty()) {
            return new EmptyState("No programs yet", "An administrator founds the first program.")
                    .small();
        }
        Rows rows = new Rows("minmax(0, 1.6fr) minmax(7rem, max-content) 7rem");
        for (Program program : all) {
            line(rows, actor, program);
        }
        return rows;
    }

    private void line(Rows rows, Actor actor, Program program) {
        String told;
        StateMark mark;
        try {
            Optional<ChipSetting> chip = chips.find(actor, program.id());
            told = chip.map(ChipsView::words).orElse("");
            mark =
                    chip.isPresent()
                            ? new StateMark("Chip set up", Tone.GOOD)
                            : new StateMark("No chip", Tone.QUIET);
        } catch (Refusal refusal) {
            told = refusal.sentence();
            mark = new StateMark("Needs you", Tone.CARE);
        }
        rows.line(Rows.name(program.name(), told), mark, setUp(actor, program));
    }

    private static String words(ChipSetting chip) {
        return "Profile "
                + chip.profile()
                + ", accounts of "
                + chip.iin()
                + ", authority's key "
                + "%02X".formatted(chip.authorityIndex())
                + ", until "
                + chip.until();
    }

    private Button setUp(Actor actor, Program program) {
        Button button = new Button("Set up", e -> dialog.ask(actor, program, this::draw));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Set up the chip of " + program.name());
        return button;
    }
}
