package io.cardloom.portal.device;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import java.util.Objects;

/** What the PINs of a program's cards are, and by what its host checks them. */
final class PinSheet {

    private final StripeFormats formats;
    private final Actor actor;
    private final Program program;
    private final Runnable changed;

    /**
     * @param changed is run after a change
     */
    PinSheet(StripeFormats formats, Actor actor, Program program, Runnable changed) {
        this.formats = formats;
        this.actor = actor;
        this.program = program;
        this.changed = changed;
    }

    Sheet sheet(StripePatterns patterns) {
        Sheet sheet = new Sheet("PINs", Sheet.body(facts(patterns.pins())));
        if (actor.may(Permission.ADMINISTER)) {
            Button change = new Button("Change", e -> ask(patterns));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel("Change PINs of " + program.name());
            sheet.doing(change);
        }
        return sheet;
    }

    private static Facts facts(PinRule rule) {
        return new Facts()
                .fact("Each PIN", rule.origin().words())
                .fact("Digits", Integer.toString(rule.digits()))
                .fact("Verification key", "Index " + rule.keyIndex() + " ({PVKI}, {PVV})")
                .fact("Natural PIN", natural(rule));
    }

    private static String natural(PinRule rule) {
        return "IBM 3624 of the account number's digits "
                + rule.from()
                + " to "
                + (rule.from() + rule.length() - 1)
                + ", filled with "
                + rule.pad()
                + ", by "
                + (rule.table().equals(PinRule.USUAL.table())
                        ? "the plain table"
                        : "a table of your own");
    }

    private void ask(StripePatterns patterns) {
        PinRule now = patterns.pins();
        Select<PinOrigin> origin = new Select<>();
        origin.setLabel("Each PIN");
        origin.setItems(PinOrigin.values());
        origin.setItemLabelGenerator(PinOrigin::words);
        origin.setValue(now.origin());
        origin.setHelperText(
                "A drawn PIN is told by the PIN mailer only, and checked by {PVV} or {OFFSET}.");
        IntegerField digits = number("Digits of a PIN, 4 to 12", now.digits(), 4, 12);
        IntegerField index = number("Index of the verification key, 1 to 6", now.keyIndex(), 1, 6);
        IntegerField from = number("First digit of the account number", now.from(), 1, 19);
        IntegerField length = number("How many digits of it, 1 to 16", now.length(), 1, 16);
        TextField pad = text("Filled up with, one digit from 0 to F", String.valueOf(now.pad()), 1);
        TextField table = text("Decimalization table, 16 digits", now.table(), 16);
        table.setHelperText(
                "What each of 0 to F becomes. As your host has it; keep it to yourself.");
        new Ask(
                        "PINs of " + program.name(),
                        "Save",
                        () ->
                                Attempt.to(
                                        () -> {
                                            formats.configure(
                                                    actor,
                                                    program.id(),
                                                    patterns.with(
                                                            new PinRule(
                                                                    origin.getValue(),
                                                                    whole(digits),
                                                                    whole(index),
                                                                    table.getValue().strip(),
                                                                    whole(from),
                                                                    whole(length),
                                                                    only(pad))));
                                            changed.run();
                                        }))
                .saying(
                        "As the host that checks them has it. Runs that are prepared stay as they"
                                + " are, and so do PINs that were drawn.")
                .with(origin, digits, index)
                .with(new H3("Natural PINs, by IBM 3624"), from, length, pad, table)
                .open();
    }

    /** Nothing, or what is no number, is refused by the rule. */
    private static int whole(IntegerField field) {
        return Objects.requireNonNullElse(field.getValue(), 0);
    }

    private static char only(TextField field) {
        String typed = field.getValue().strip().toUpperCase(java.util.Locale.ROOT);
        return typed.isEmpty() ? ' ' : typed.charAt(0);
    }

    private static IntegerField number(String label, int value, int least, int most) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field;
    }

    private static TextField text(String label, String value, int longest) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setMaxLength(longest);
        field.addClassName("cl-mono");
        return field;
    }
}
