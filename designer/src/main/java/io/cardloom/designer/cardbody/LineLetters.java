package io.cardloom.designer.cardbody;

import java.util.regex.Pattern;

/**
 * Which letters wheels can strike. The number line is struck in the digits that imprinters and
 * readers know; the other sets are house rules, because wheels differ from machine to machine.
 */
public final class LineLetters {

    private static final Pattern NUMBER = Pattern.compile("[0-9 ]*");
    private static final Pattern NAMES = Pattern.compile("[A-Z0-9 .,'/&-]*");
    private static final Pattern INDENTED = Pattern.compile("[0-9 /-]*");

    private LineLetters() {}

    /** Whether the lines of this zone can hold the text; always where nothing is struck. */
    public static boolean hold(Zone zone, String text) {
        return switch (zone.line().method()) {
            case EMBOSSED ->
                    (zone.kind() == ZoneKind.NAME_LINE ? NAMES : NUMBER).matcher(text).matches();
            case INDENTED -> INDENTED.matcher(text).matches();
            case FLAT, LASER, UV -> true;
        };
    }

    /** The letters in words; for zones whose lines are struck. */
    public static String words(Zone zone) {
        if (zone.line().method() == LineMethod.INDENTED) {
            return "digits, blanks, hyphens and slashes";
        }
        return zone.kind() == ZoneKind.NAME_LINE
                ? "A to Z, digits, blanks and . , ' - / &"
                : "digits and blanks";
    }
}
