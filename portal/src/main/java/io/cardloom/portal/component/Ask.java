package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A dialog that asks for something before it is done. */
public final class Ask extends Dialog {

    private final Div form = new Div();
    private final Button go;

    /**
     * @param act is done by the button; the dialog closes when it answers true
     */
    public Ask(String title, String button, BooleanSupplier act) {
        setHeaderTitle(title);
        setWidth("32rem");
        setMaxWidth("94vw");
        form.addClassName("cl-form");
        add(form);
        go = new Button(button);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(
                e -> {
                    if (act.getAsBoolean()) {
                        close();
                    }
                    go.setEnabled(true);
                });
        Button leave = new Button("Cancel", e -> close());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(leave, go);
    }

    public Ask saying(String sentence) {
        form.add(new Paragraph(sentence));
        return this;
    }

    public Ask with(Component... parts) {
        form.add(parts);
        return this;
    }

    /** Opens it; what follows is done when it is closed again. */
    public void openThen(Runnable after) {
        addClosedListener(e -> after.run());
        open();
    }

    /** The button warns. */
    public Ask grave() {
        go.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** Asks for a reason of 1 to 500 characters and hands it on; a refusal leaves it open. */
    public static Ask reason(String title, String sentence, String button, Consumer<String> act) {
        TextArea reason = new TextArea("Reason");
        reason.setMaxLength(500);
        reason.setMinHeight("6rem");
        reason.setHelperText("Kept in the audit trail. No account numbers.");
        Ask ask =
                new Ask(
                        title,
                        button,
                        () -> Attempt.to(() -> act.accept(reason.getValue().strip())));
        if (!sentence.isEmpty()) {
            ask.saying(sentence);
        }
        return ask.with(reason);
    }
}
