package io.cardloom.portal.component;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.textfield.TextField;

/** A line to take elsewhere: shown whole, copied with one click, never changed. */
public final class CopyField extends Composite<TextField> {

    public CopyField(String label, String value) {
        Button copy = new Button("Copy");
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel("Copy: " + label);
        Clipboard.onClick(copy)
                .writeText(
                        value,
                        done -> Notice.done("Copied."),
                        failed -> Notice.done("Your browser keeps pages from copying. Select it."));
        TextField field = getContent();
        field.setLabel(label);
        field.setValue(value);
        field.setReadOnly(true);
        field.setWidthFull();
        field.setSuffixComponent(copy);
    }

    /** A sentence below it. */
    public CopyField saying(String sentence) {
        getContent().setHelperText(sentence);
        return this;
    }
}
