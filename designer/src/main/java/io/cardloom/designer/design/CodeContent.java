package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * A code that machines read, as large as its box allows, its quiet zone included.
 *
 * @param data 1 to 300 characters; for {@code EAN13} 13 digits with a right check digit, for {@code
 *     CODE128} printable ASCII; no account number
 * @param color of the dark parts, {@code #rrggbb}
 * @param ground of the light parts, {@code #rrggbb}
 * @param level of a QR code's error correction
 */
public record CodeContent(
        Symbology symbology, String data, String color, String ground, Level level)
        implements Content {

    /** The codes there are. */
    public enum Symbology {
        /** ISO/IEC 18004. */
        QR,
        /** ISO/IEC 16022, ECC 200. */
        DATA_MATRIX,
        /** ISO/IEC 15417. */
        CODE128,
        /** ISO/IEC 15420. */
        EAN13
    }

    /** How much of a QR code may be damaged: about 7, 15, 25 and 30 percent. */
    public enum Level {
        L,
        M,
        Q,
        H
    }

    /**
     * @throws Refusal {@code CODE_DATA}, {@code SAMPLE_LOOKS_REAL}, {@code TEXT_TOO_LONG}, {@code
     *     TEXT_CONTROL_CHARACTER} or {@code COLOR_FORM}
     */
    public CodeContent {
        Checks.color("color", color);
        Checks.color("ground", ground);
        if (data.isEmpty()) {
            throw Refusal.invalid("CODE_DATA", "A code needs 1 to 300 characters to say.");
        }
        if (symbology == Symbology.EAN13) {
            requireEan(data);
        } else {
            Checks.text("data", data, 300);
        }
        if (symbology == Symbology.CODE128 && !data.matches("[ -~]{1,80}")) {
            throw Refusal.invalid("CODE_DATA", "A Code 128 says 1 to 80 characters of ASCII.");
        }
    }

    private static void requireEan(String data) {
        if (!data.matches("[0-9]{13}") || checkDigit(data) != data.charAt(12) - '0') {
            throw Refusal.invalid(
                    "CODE_DATA", "An EAN-13 says 13 digits, the last of them the check digit.");
        }
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
