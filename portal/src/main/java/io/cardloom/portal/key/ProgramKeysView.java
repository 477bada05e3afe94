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
import io.cardloom.production.key.life.ProgramKey;
import io.cardloom.production.key.life.ProgramKeys;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** Which of the issuer's keys each program's cards are made with. */
@Route(value = KeyNavigation.BY_PROGRAM, layout = PortalFrame.class)
@PageTitle("Keys by program · Cardloom")
@PermitAll
class ProgramKeysView extends PageBody {

    private final CurrentActor current;
    private final ProgramKeys keys;
    private final Programs programs;
    private final ProgramKeysDialog dialog;
    private final Div sheets = new Div();

    ProgramKeysView(
            CurrentActor current,
            ProgramKeys keys,
            Programs programs,
            ProgramKeysDialog dialog,
            KeyNews news) {
        this.current = current;
        this.keys = keys;
        this.programs = programs;
        this.dialog = dialog;
        current.actor().require(Permission.KEEP_KEYS);
        add(
                new PageHead("Keys by program")
                        .under(KeyNavigation.LIST, "Keys")
                        .saying(
                                "A program's cards are made with your standard keys, or with keys"
                                        + " of its own, such as those of another scheme or another"
                                        + " range of accounts."),
                sheets);
        draw();
        news.follow(this, current.actor().tenant(), this::draw);
    }

    private void draw() {
        sheets.removeAll();
        sheets.add(new Sheet("Programs", list(current.actor())));
    }

    private Component list(Actor actor) {
        List<Program> all = programs.list(actor);
        if (all.isEmpty()) {
            return new EmptyState("No programs yet", "An administrator founds the first program.")
                    .small();
        }
        Rows rows = new Rows("minmax(0, 1.6fr) minmax(8rem, max-content) 7rem");
        for (Program program : all) {
            List<ProgramKey> used = keys.list(actor, program.id());
            rows.line(
                    Rows.name(program.name(), words(used)),
                    mark(used),
                    choose(actor, program, used));
        }
        return rows;
    }

    private static String words(List<ProgramKey> used) {
        if (used.isEmpty()) {
            return "You have no keys for cards yet";
        }
        List<ProgramKey> missing = used.stream().filter(key -> !key.ready()).toList();
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(
                            key ->
                                    key.key()
                                            .map(k -> k.name() + " has no active version")
                                            .orElse(
                                                    "No standard key for "
                                                            + KeyWords.plain(key.usage())))
                    .collect(Collectors.joining("; "));
        }
        String own =
                used.stream()
                        .flatMap(key -> key.own().stream())
                        .map(KeyWords::withCheckValue)
                        .collect(Collectors.joining("; "));
        return own.isEmpty() ? "Your standard keys" : own;
    }

    private static StateMark mark(List<ProgramKey> used) {
        if (used.stream().anyMatch(key -> !key.ready())) {
            return new StateMark("Needs you", Tone.CARE);
        }
        long own = used.stream().filter(key -> key.own().isPresent()).count();
        return own == 0
                ? new StateMark("Standard", Tone.QUIET)
                : new StateMark(own + " of its own", Tone.GOOD);
    }

    private Button choose(Actor actor, Program program, List<ProgramKey> used) {
        Button button = new Button("Choose", e -> dialog.ask(actor, program, this::draw));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Choose the keys of " + program.name());
        button.setEnabled(!used.isEmpty());
        return button;
    }
}
