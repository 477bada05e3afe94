package io.cardloom.portal.key;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.ProgramKeys;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says whose cards are made with a key, and makes it the standard one. */
@Component
class KeyPrograms {

    private final ProgramKeys keys;
    private final Programs programs;

    KeyPrograms(ProgramKeys keys, Programs programs) {
        this.keys = keys;
        this.programs = programs;
    }

    /** Empty for a key that makes no cards. */
    Optional<Sheet> sheet(Actor actor, IssuerKey key, Runnable after) {
        if (!ProgramKeys.USAGES.contains(key.usage())) {
            return Optional.empty();
        }
        Sheet sheet =
                new Sheet(
                        "Programs",
                        Sheet.body(
                                new Facts()
                                        .fact(
                                                "Standard key",
                                                key.standard()
                                                        ? "Yes, for each program that has none of"
                                                                + " its own"
                                                        : "No")
                                        .fact("Chosen for", chosen(actor, key)),
                                new Anchor(KeyNavigation.BY_PROGRAM, "Keys by program")));
        return Optional.of(
                key.standard() || key.active().isEmpty()
                        ? sheet
                        : sheet.doing(standard(actor, key, after)));
    }

    private String chosen(Actor actor, IssuerKey key) {
        Set<ProgramId> chosen = keys.of(actor, key.id());
        String names =
                programs.list(actor).stream()
                        .filter(program -> chosen.contains(program.id()))
                        .map(Program::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "No program" : names;
    }

    private Button standard(Actor actor, IssuerKey key, Runnable after) {
        Button button =
                new Button(
                        "Make it the standard key",
                        e ->
                                new Ask(
                                                "Make " + key.name() + " the standard key?",
                                                "Make it standard",
                                                () ->
                                                        Attempt.to(
                                                                () -> {
                                                                    keys.makeStandard(
                                                                            actor, key.id());
                                                                    after.run();
                                                                    Notice.done(
                                                                            "It is the standard key"
                                                                                    + " now.");
                                                                }))
                                        .saying(
                                                "From the next preparation on it makes the cards of"
                                                        + " each program without a key of its own."
                                                        + " Runs that are prepared stay as they"
                                                        + " are.")
                                        .open());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
