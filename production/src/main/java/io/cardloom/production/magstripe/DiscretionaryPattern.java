package io.cardloom.production.magstripe;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an issuer fills a track's discretionary data (ISO/IEC 7813): digits that stand for
 * themselves, and names in braces that stand for values of the card, such as {@code
 * {PVKI}{PVV}{CVV}}.
 *
 * @param text at most 200 characters, each name once
 */
public record DiscretionaryPattern(String text) {

    private static final Pattern PART = Pattern.compile("[0-9]|\\{([A-Z]+)\\}");
    private static final int MOST = 200;

    /** What a name stands for. */
    public enum Value {
        /** The index of the PIN verification key, one digit. */
        PVKI(1),
        /** The PIN verification value, four digits. */
        PVV(4),
        /** What IBM 3624 adds to the natural PIN to get the card's, as many digits as it has. */
        OFFSET(0),
        /** The stripe's card verification value, three digits. */
        CVV(3),
        /** The card sequence number, two digits. */
        PSN(2);

        /** 0 where it depends on the PIN. */
        private final int digits;

        Value(int digits) {
            this.digits = digits;
        }

        /** How many it has with PINs of so many. */
        public int digits(int pinDigits) {
            return digits == 0 ? pinDigits : digits;
        }

        private String inBraces() {
            return "{" + name() + "}";
        }
    }

    /**
     * @throws Refusal {@code STRIPE_PATTERN}
     */
    public DiscretionaryPattern {
        if (text.length() > MOST || !text.matches("([0-9]|\\{(PVKI|PVV|OFFSET|CVV|PSN)\\})*")) {
            throw refused();
        }
        for (Value value : Value.values()) {
            String name = value.inBraces();
            if (text.indexOf(name) != text.lastIndexOf(name)) {
                throw refused();
            }
        }
    }

    public boolean has(Value value) {
        return text.contains(value.inBraces());
    }

    /** How many digits it makes with PINs of so many. */
    public int length(int pinDigits) {
        return filled(value -> "0".repeat(value.digits(pinDigits))).length();
    }

    /** The discretionary data of one card. */
    public String filled(Function<Value, String> values) {
        StringBuilder data = new StringBuilder();
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String name = parts.group(1);
            data.append(name == null ? parts.group() : values.apply(Value.valueOf(name)));
        }
        return data.toString();
    }

    private static Refusal refused() {
        return Refusal.invalid(
                "STRIPE_PATTERN",
                "Discretionary data are digits and, each once, {PVKI}, {PVV}, {OFFSET},"
                        + " {CVV} and {PSN}.");
    }
}
