package io.cardloom.connectors.registry;

import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.regex.Pattern;

/**
 * One thing a driver has to be told.
 *
 * @param key in the destination's settings
 * @param label for people
 * @param remark what may stand there
 * @param preset what it is when nothing is said; empty when something has to be said
 */
public record Setting(String key, String label, String remark, String preset) {

    public boolean required() {
        return preset.isEmpty();
    }

    /**
     * What the destination says, or the preset; without blanks around it, never empty.
     *
     * @throws Refusal {@code DESTINATION_SETTING_MISSING}
     */
    public String of(Destination destination) {
        String value = destination.settings().getOrDefault(key, preset).trim();
        if (value.isEmpty()) {
            throw Refusal.invalid(
                    "DESTINATION_SETTING_MISSING",
                    "The destination "
                            + destination.name()
                            + " needs the setting "
                            + label
                            + ": "
                            + remark
                            + ".");
        }
        return value;
    }

    /**
     * The same, when the whole of it is of the form.
     *
     * @throws Refusal {@code DESTINATION_SETTING_MISSING} or {@code DESTINATION_SETTING_WRONG}
     */
    public String of(Destination destination, Pattern form) {
        String value = of(destination);
        if (!form.matcher(value).matches()) {
            throw wrong();
        }
        return value;
    }

    /**
     * The same, when it is a whole number within bounds, which both count.
     *
     * @throws Refusal {@code DESTINATION_SETTING_MISSING} or {@code DESTINATION_SETTING_WRONG}
     */
    public int of(Destination destination, int lowest, int highest) {
        try {
            int value = Integer.parseInt(of(destination));
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong();
        }
        throw wrong();
    }

    /** What a driver says to a value that is not of this setting's form. */
    public Refusal wrong() {
        return Refusal.invalid(
                "DESTINATION_SETTING_WRONG",
                "The setting " + label + " is not of its form: " + remark + ".");
    }
}
