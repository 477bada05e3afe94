package io.cardloom.designer.font;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * Under which licence the issuer holds a font, in the words of the one who admits it.
 *
 * @param words such as {@code Foundry X, order 4711, print and screens, 20 seats}; 10 to 500
 *     characters
 * @param confirmed that the issuer may print cards with the font, and show it to those who design
 *     for the issuer
 */
public record LicenceStatement(String words, boolean confirmed) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    public LicenceStatement {
        words = words.strip().replaceAll("\\s+", " ");
    }

    /**
     * @throws Refusal {@code FONT_LICENCE_MISSING}, {@code FONT_LICENCE_LONG} or {@code
     *     FONT_LICENCE_UNCONFIRMED}
     */
    void require() {
        if (words.length() < SHORTEST) {
            throw Refusal.invalid(
                    "FONT_LICENCE_MISSING",
                    "Say under which licence you hold the font, in at least 10 characters: who gave"
                            + " it, and the number of the order or the name of the licence.");
        }
        if (words.length() > LONGEST || words.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(
                    "FONT_LICENCE_LONG", "Say it in at most 500 characters, without line breaks.");
        }
        if (!confirmed) {
            throw Refusal.invalid(
                    "FONT_LICENCE_UNCONFIRMED",
                    "Confirm that the licence lets you print cards with the font and show it to"
                            + " those who design for you.");
        }
    }
}
