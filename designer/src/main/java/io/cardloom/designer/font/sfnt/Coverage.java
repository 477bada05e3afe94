package io.cardloom.designer.font.sfnt;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which letters a font has. */
public final class Coverage {

    /** How many letters with accents Latin-1 has: U+00C0 to U+00FF without the two signs. */
    public static final int LATIN_1 = 62;

    /** How many letters Latin Extended-A has: U+0100 to U+017F. */
    public static final int LATIN_EXTENDED_A = 128;

    private Coverage() {}

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code FONT_LATIN_MISSING}
     */
    static void requireBasicLatin(CharacterMap map) {
        String missing =
                IntStream.rangeClosed(' ', 'z')
                        .filter(c -> c == ' ' || Character.isLetterOrDigit(c))
                        .filter(c -> !map.has(c))
                        .mapToObj(c -> c == ' ' ? "the space" : Character.toString(c))
                        .limit(10)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refused.latin(missing);
        }
    }

    static int latin1(CharacterMap map) {
        return (int)
                IntStream.rangeClosed(0xC0, 0xFF)
                        .filter(c -> c != 0xD7 && c != 0xF7 && map.has(c))
                        .count();
    }

    static int latinA(CharacterMap map) {
        return (int) IntStream.rangeClosed(0x100, 0x17F).filter(map::has).count();
    }
}
