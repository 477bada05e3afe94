package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A dialog that asks for something before it is done, and shows why it was refused. */
public final class Ask extends Dialog {

    private final Div form = new Div();
    private final Div word = new Div();
    private final Button go;

    /**
     * @param act is done by the button; the dialog closes when it answers true
     */
    public Ask(String title, String button, BooleanSupplier act) {
        setHeaderTitle(title);
        setWidth("32rem");
        setMaxWidth("94vw");
        form.addClassName("cl-form");
        word.addClassName("cl-refusal");
        word.getElement().setAttribute("role", "alert");
        add(form, word);
        go = new Button(button);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(e -> act(act));
        Button leave = new Button("Cancel", e -> close());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(leave, go);
    }

    private void act(BooleanSupplier act) {
        word.removeAll();
        UI ui = UI.getCurrent();
        ComponentUtil.setData(ui, Ask.class, this);
        try {
            if (act.getAsBoolean()) {
                close();
            }
        } finally {
            ComponentUtil.setData(ui, Ask.class, null);
            go.setEnabled(true);
        }
    }

    /** Shows a refusal in the dialog that is doing something now; false when none is. */
    static boolean shows(Component refusal) {
        @Nullable UI ui = UI.getCurrent();
        @Nullable Ask asking = ui == null ? null : ComponentUtil.getData(ui, Ask.class);
        if (asking == null) {
            return false;
        }
        asking.word.removeAll();
        asking.word.add(refusal);
        asking.word.scrollIntoView();
        return true;
    }

    /** Shows here why something was refused that was asked before the button, such as a file. */
    public void refused(Refusal refusal) {
        act(
                () -> {
                    Notice.refused(refusal);
                    return false;
                });
    }

    /** Takes back what was refused. */
    public void refusedNothing() {
        word.removeAll();
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
