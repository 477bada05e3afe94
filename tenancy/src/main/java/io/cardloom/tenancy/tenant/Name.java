package io.cardloom.tenancy.tenant;

import io.cardloom.tenancy.refusal.Refusal;

/** Checks what people call things: 1 to 200 characters of one line, without spaces at the ends. */
public final class Name {

    /** Characters (code points) at most. */
    public static final int LENGTH = 200;

    private Name() {}

    /**
     * The name without spaces at its ends.
     *
     * @throws Refusal {@code NAME_INVALID}
     */
    public static String checked(String name) {
        String stripped = name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        boolean control = stripped.codePoints().anyMatch(Character::isISOControl);
        if (length < 1 || length > LENGTH || control) {
            throw Refusal.invalid(
                    "NAME_INVALID", "A name has 1 to " + LENGTH + " characters in one line.");
        }
        return stripped;
    }

    /** Whether a character shows on a screen and stays where it stands: no control, no format. */
    public static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
