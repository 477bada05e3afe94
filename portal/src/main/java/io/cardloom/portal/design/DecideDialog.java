package io.cardloom.portal.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import io.cardloom.designer.approval.Decision;
import io.cardloom.portal.component.Ask;
import java.util.List;
import java.util.function.BiPredicate;

/** Asks for a decision on a proof, and for its reason. */
final class DecideDialog {

    private DecideDialog() {}

    /** The two buttons; the answer says whether it was recorded. */
    static List<Component> buttons(BiPredicate<Decision, String> decide) {
        Button changes =
                new Button(
                        "Require changes",
                        e ->
                                ask(
                                        "Require changes",
                                        "The round ends, and the designers are shown your reason.",
                                        true,
                                        reason -> decide.test(Decision.CHANGES_REQUIRED, reason)));
        Button approve =
                new Button(
                        "Approve",
                        e ->
                                ask(
                                        "Approve this proof",
                                        "You approve exactly the digest on this page for your side."
                                                + " Production may use nothing else.",
                                        false,
                                        reason -> decide.test(Decision.APPROVED, reason)));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return List.of(changes, approve);
    }

    private static void ask(
            String title,
            String sentence,
            boolean required,
            java.util.function.Predicate<String> act) {
        TextArea reason = new TextArea(required ? "Reason" : "Remark (optional)");
        reason.setMaxLength(1_000);
        reason.setMinHeight("6rem");
        reason.setRequired(required);
        new Ask(title, title, () -> act.test(reason.getValue().strip()))
                .saying(sentence)
                .with(reason)
                .open();
    }
}
