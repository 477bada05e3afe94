package io.cardloom.portal.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.production.encoding.Track3Patterns;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a program writes track 3, and what it says there. */
final class Track3Fields {

    private final Checkbox written = new Checkbox("Write track 3 (ISO/IEC 4909)");
    private final TextField currency;
    private final TextField exponent;
    private final TextField cycle;
    private final TextField retryCount;
    private final TextField interchange;
    private final TextField accountTypes;
    private final TextField additional;
    private final Div fields;

    Track3Fields(@Nullable Track3Patterns format) {
        Track3Patterns shown = Objects.requireNonNullElse(format, Track3Patterns.USUAL);
        currency = field("Currency, 3 digits; 000 keeps it from interchange", shown.currency());
        exponent = field("Currency exponent, 1 digit", shown.exponent());
        cycle = field("Amounts and cycle, 14 digits", shown.cycle());
        retryCount = field("PIN retry count, 1 digit", shown.retryCount());
        interchange = field("Interchange control, 1 digit", shown.interchangeControl());
        accountTypes = field("Account types, 6 digits", shown.accountTypes());
        additional = field("Additional data, at most 44 digits", shown.additional());
        fields =
                new Div(
                        currency,
                        exponent,
                        cycle,
                        retryCount,
                        interchange,
                        accountTypes,
                        additional);
        fields.addClassName("cl-stack");
        fields.setVisible(format != null);
        written.setValue(format != null);
        written.addValueChangeListener(e -> fields.setVisible(e.getValue()));
    }

    List<Component> parts() {
        return List.of(written, fields);
    }

    /** What is typed; none where track 3 is not written. */
    @Nullable Track3Patterns format() {
        if (!written.getValue()) {
            return null;
        }
        return new Track3Patterns(
                typed(currency),
                typed(exponent),
                typed(cycle),
                typed(retryCount),
                typed(interchange),
                typed(accountTypes),
                typed(additional));
    }

    private static String typed(TextField field) {
        return field.getValue().strip();
    }

    private static TextField field(String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setMaxLength(200);
        field.setWidthFull();
        return field;
    }
}
