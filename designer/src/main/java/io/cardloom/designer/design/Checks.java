package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bounds of a document's values; each refusal says what would pass. */
final class Checks {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern ORDER = Pattern.compile("[0-9A-Za-z]{1,64}");
    private static final Pattern FONT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Where a number may begin: a digit but 0, none before it. */
    private static final Pattern START = Pattern.compile("(?<![0-9])[1-9]");

    /** What may follow: 12 to 18 more digits, one by one or in groups. */
    private static final Pattern GROUPS = Pattern.compile("(?:[ -]?[0-9]+)+");

    private Checks() {}

    static void length(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid(
                    "LENGTH_OUT_OF_RANGE",
                    "'" + what + "' has to be " + least + " to " + most + " micrometers.");
        }
    }

    static void range(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid(
                    "VALUE_OUT_OF_RANGE",
                    "'" + what + "' has to be " + least + " to " + most + ".");
        }
    }

    static void rotation(int value) {
        if (value < 0 || value > 359_999) {
            throw Refusal.invalid(
                    "ROTATION_OUT_OF_RANGE",
                    "'rotation' has to be 0 to 359999 thousandths of a degree.");
        }
    }

    static void opacity(int value) {
        if (value < 0 || value > 1000) {
            throw Refusal.invalid(
                    "OPACITY_OUT_OF_RANGE", "'opacity' has to be 0 to 1000 thousandths.");
        }
    }

    static void order(String value) {
        if (!ORDER.matcher(value).matches()) {
            throw Refusal.invalid(
                    "ORDER_FORM", "'order' has to be 1 to 64 letters and digits of ASCII.");
        }
    }

    static void color(String what, String value) {
        if (!COLOR.matcher(value).matches()) {
            throw Refusal.invalid(
                    "COLOR_FORM",
                    "'" + what + "' has to be # and six lower-case hexadecimal digits.");
        }
    }

    static void type(String font, int weight, int size) {
        if (!FONT.matcher(font).matches()) {
            throw Refusal.invalid("FONT_UNKNOWN", "'font' has to be the key of a font family.");
        }
        if (weight < 100 || weight > 900 || weight % 100 != 0) {
            throw Refusal.invalid("WEIGHT_UNKNOWN", "'weight' has to be 100, 200 ... 900.");
        }
        length("size", size, 200, 100_000);
    }

    /** The name of a design, without blanks around it. */
    static String name(String name) {
        String called = name.strip();
        if (called.isEmpty()) {
            throw Refusal.invalid("NAME_MISSING", "A design needs a name of 1 to 80 characters.");
        }
        text("name", called, 80);
        return called;
    }

    /**
     * Text that prints as one line: whole Unicode characters, none of them a control character, and
     * no account number among them.
     */
    static void text(String what, String value, int most) {
        noAccountNumber(what, value);
        if (value.codePointCount(0, value.length()) > most) {
            throw Refusal.invalid(
                    "TEXT_TOO_LONG", "'" + what + "' may have " + most + " characters at most.");
        }
        value.codePoints()
                .forEach(
                        c -> {
                            int type = Character.getType(c);
                            if (type == Character.CONTROL
                                    || type == Character.SURROGATE
                                    || type == Character.LINE_SEPARATOR
                                    || type == Character.PARAGRAPH_SEPARATOR
                                    || c == 0xFFFE
                                    || c == 0xFFFF) {
                                throw Refusal.invalid(
                                        "TEXT_CONTROL_CHARACTER",
                                        "'"
                                                + what
                                                + "' has a line break or another control"
                                                + " character in it; write it as one line.");
                            }
                        });
    }

    /**
     * Refuses what a real account number looks like: 13 to 19 digits, the first not 0, with a right
     * check digit (ISO/IEC 7812-1, annex B). The designer never holds account data.
     */
    private static void noAccountNumber(String what, String value) {
        if (START.matcher(value).results().anyMatch(hit -> numberFrom(value, hit.start()))) {
            throw Refusal.invalid(
                    "SAMPLE_LOOKS_REAL",
                    "'"
                            + what
                            + "' looks like a real account number. Use one that starts with 0, or"
                            + " one whose last digit is wrong.");
        }
    }

    /** Whether an account number begins here and ends at the end of a group of digits. */
    private static boolean numberFrom(String value, int start) {
        Matcher run = GROUPS.matcher(value).region(start, value.length());
        if (!run.lookingAt()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = start; i < run.end() && digits.length() < 19; i++) {
            char c = value.charAt(i);
            if (c != ' ' && c != '-') {
                digits.append(c);
                boolean groupEnds =
                        i + 1 == run.end()
                                || value.charAt(i + 1) == ' '
                                || value.charAt(i + 1) == '-';
                if (groupEnds && digits.length() >= 13 && checkDigitHolds(digits.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
