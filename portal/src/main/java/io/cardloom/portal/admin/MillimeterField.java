package io.cardloom.portal.admin;

import com.vaadin.flow.component.textfield.NumberField;
import org.jspecify.annotations.Nullable;

/** A length that people write in millimeters and card bodies keep in micrometers. */
final class MillimeterField extends NumberField {

    private static final double MICROMETERS = 1_000;

    /**
     * @param changed told when the person wrote another length
     */
    MillimeterField(String label, int micrometers, Runnable changed) {
        super(label + " (mm)");
        setStep(0.01);
        set(micrometers);
        addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        changed.run();
                    }
                });
    }

    void set(int micrometers) {
        setValue(micrometers / MICROMETERS);
    }

    /**
     * @param empty the answer where nothing is written, or no number that fits
     */
    int micrometers(int empty) {
        @Nullable Double millimeters = getValue();
        double all = millimeters == null ? Double.NaN : Math.rint(millimeters * MICROMETERS);
        return Math.abs(all) <= Integer.MAX_VALUE ? (int) all : empty;
    }
}
