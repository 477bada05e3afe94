package io.cardloom.designer.field;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one card has in its fields.
 *
 * @param standard by key; a key without a value stays empty
 * @param custom of the fields that the issuer names itself, by {@link #named} of their label
 */
public record CardValues(Map<FieldKey, String> standard, Map<String, String> custom) {

    public CardValues {
        standard = Map.copyOf(standard);
        custom = Map.copyOf(new TreeMap<>(custom));
    }

    /** The value of a field; empty for none. */
    public String of(FieldKey key, String label) {
        return key == FieldKey.CUSTOM
                ? custom.getOrDefault(named(label), "")
                : standard.getOrDefault(key, "");
    }

    /** One spelling of a label: lower case, with low lines for blanks. */
    public static String named(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
    }

    @Override
    public String toString() {
        return "CardValues[REDACTED]";
    }
}
