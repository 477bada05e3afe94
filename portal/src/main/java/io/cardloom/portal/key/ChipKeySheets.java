package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.CopyField;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.chip.IssuerPublicKey;
import io.cardloom.production.chip.ProgramChips;
import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The issuer's keys that sign for chips, a sheet each, and those that are no more. */
class ChipKeySheets extends Div {

    private static final String STAYS = "Cards that it signed stay good.";

    private final CurrentActor current;
    private final ProgramChips chips;
    private final Programs programs;
    private final Custodians custodians;
    private final ChipDialog dialog;
    private final KeyEndDialogs ends;
    private @Nullable List<IssuerPublicKey> drawn;

    ChipKeySheets(
            CurrentActor current,
            ProgramChips chips,
            Programs programs,
            Custodians custodians,
            ChipDialog dialog,
            KeyEndDialogs ends) {
        this.current = current;
        this.chips = chips;
        this.programs = programs;
        this.custodians = custodians;
        this.dialog = dialog;
        this.ends = ends;
        addClassName("cl-stack");
        draw();
    }

    /** Draws what changed only: a button that is about to be pressed stays. */
    final void draw() {
        Actor actor = current.actor();
        List<IssuerPublicKey> keys;
        try {
            keys = chips.issuerKeys(actor);
        } catch (Refusal refusal) {
            removeAll();
            add(new Sheet("Your key", new EmptyState("No key yet", refusal.sentence()).small()));
            return;
        }
        if (keys.equals(drawn)) {
            return;
        }
        drawn = keys;
        removeAll();
        List<Program> all = programs.list(actor);
        List<IssuerPublicKey> living =
                keys.stream().filter(key -> key.state() != KeyEndState.DESTROYED).toList();
        if (living.isEmpty()) {
            add(none().doing(next(actor)));
        }
        for (IssuerPublicKey key : living) {
            List<Component> actions = actions(actor, key);
            if (key.equals(living.getFirst())) {
                actions.add(next(actor));
            }
            add(
                    new Sheet("Your key " + key.number(), told(actor, key, all))
                            .doing(actions.toArray(Component[]::new)));
        }
        List<IssuerPublicKey> over =
                keys.stream().filter(key -> key.state() == KeyEndState.DESTROYED).toList();
        if (!over.isEmpty()) {
            add(new Sheet("Keys that are no more", rows(over)));
        }
    }

    private static Sheet none() {
        return new Sheet(
                "Your key",
                new EmptyState(
                                "No key signs chips",
                                "Make the next one and have its public half certified.")
                        .small());
    }

    private Button next(Actor actor) {
        Button next = small("Make the next", () -> dialog.next(actor, this::draw));
        next.setAriaLabel("Make the next key of yours");
        return next;
    }

    private List<Component> actions(Actor actor, IssuerPublicKey key) {
        List<Component> actions = new ArrayList<>();
        switch (key.state()) {
            case LIVING -> {
                if (key.programs().isEmpty()) {
                    actions.add(
                            named(
                                    "Destroy",
                                    key,
                                    () -> ends.ask(actor, what(key), STAYS, asking(key))));
                }
            }
            case ASKED -> {
                if (!Objects.equals(key.askedBy(), actor.person())) {
                    actions.add(named("Confirm", key, () -> confirm(key)));
                }
                actions.add(named("Keep", key, () -> ends.keep(what(key), keeping(key))));
            }
            case ENDING -> actions.add(named("Finish", key, () -> confirm(key)));
            case DESTROYED -> {}
        }
        return actions;
    }

    private Runnable asking(IssuerPublicKey key) {
        return () -> {
            chips.askToDestroyIssuerKey(current.actor(), key.number());
            draw();
        };
    }

    private void confirm(IssuerPublicKey key) {
        ends.confirm(
                what(key),
                STAYS,
                () -> {
                    chips.destroyIssuerKey(current.actor(), key.number());
                    draw();
                });
    }

    private Runnable keeping(IssuerPublicKey key) {
        return () -> {
            chips.keepIssuerKey(current.actor(), key.number());
            draw();
        };
    }

    private Component told(Actor actor, IssuerPublicKey key, List<Program> all) {
        return switch (key.state()) {
            case LIVING -> Sheet.body(modulus(key, all));
            case ASKED -> Sheet.body(new Paragraph(asked(actor, key)), modulus(key, all));
            case ENDING, DESTROYED ->
                    Sheet.body(
                            new Paragraph(
                                    "Its destruction is confirmed and not finished; finish it."));
        };
    }

    private String asked(Actor actor, IssuerPublicKey key) {
        PersonId asker = key.askedBy();
        if (asker == null || asker.equals(actor.person())) {
            return "You asked to destroy its private half. Another custodian has to confirm it.";
        }
        return Custodians.name(custodians.names(List.of(asker)), asker)
                + " asks to destroy its private half.";
    }

    private static CopyField modulus(IssuerPublicKey key, List<Program> all) {
        List<String> names =
                all.stream()
                        .filter(program -> key.programs().contains(program.id()))
                        .map(Program::name)
                        .toList();
        return new CopyField("Modulus", key.modulus())
                .saying(
                        key.bits()
                                + " bits, exponent "
                                + key.exponent()
                                + ". "
                                + (names.isEmpty()
                                        ? "No program's certificate is for it. "
                                        : "Signs the chips of " + String.join(", ", names) + ". ")
                                + "Send it to the authority in the form that it asks for;"
                                + " the private half stays in its device.");
    }

    private static Rows rows(List<IssuerPublicKey> over) {
        Rows rows = new Rows("minmax(0, 1.8fr) minmax(7rem, max-content)");
        for (IssuerPublicKey key : over) {
            rows.line(
                    Rows.name(
                            "Key " + key.number(),
                            key.bits()
                                    + " bits, private half destroyed"
                                    + (key.endedAt() == null
                                            ? ""
                                            : " " + Reading.moment(key.endedAt()))),
                    new StateMark("Destroyed", Tone.QUIET));
        }
        return rows;
    }

    private static String what(IssuerPublicKey key) {
        return "the private half of key " + key.number();
    }

    private static Button named(String word, IssuerPublicKey key, Runnable act) {
        Button button = small(word, act);
        button.setAriaLabel(word + " your key " + key.number());
        return button;
    }

    private static Button small(String words, Runnable act) {
        Button button = new Button(words, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
