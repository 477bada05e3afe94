package io.cardloom.production.accountdata;

import io.cardloom.tenancy.refusal.Refusal;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A cardholder's name twice: as it is printed, with its accents, and as track 1 carries it, in the
 * letters that the stripe has (ISO/IEC 7813, ISO/IEC 7811).
 *
 * @param printed 1 to 40 letters of the Latin script, blanks, hyphens, apostrophes and full stops,
 *     in Unicode's composed form
 * @param encoded 2 to 26 of A to Z, blank, hyphen, full stop and slash
 */
public record CardholderName(String printed, String encoded) {

    public static final int MAX_PRINTED = 40;

    /** ISO/IEC 7813, track 1 name field. */
    public static final int MAX_ENCODED = 26;

    /**
     * @throws Refusal {@code NAME_EMPTY}, {@code NAME_CHARACTERS}, {@code NAME_TOO_LONG} for the
     *     printed name, {@code ENCODED_NAME_CHARACTERS}, {@code ENCODED_NAME_LENGTH} for the stripe
     */
    public CardholderName {
        checkPrinted(printed);
        if (encoded.length() < 2 || encoded.length() > MAX_ENCODED) {
            throw Refusal.invalid(
                    "ENCODED_NAME_LENGTH",
                    "The stripe holds names of 2 to 26 characters; give a shorter form in the"
                            + " column encoded_name.");
        }
        if (!encoded.matches("[A-Z][A-Z ./-]*") || encoded.endsWith(" ")) {
            throw Refusal.invalid(
                    "ENCODED_NAME_CHARACTERS",
                    "The stripe's name holds A to Z, blank, hyphen, full stop and slash, and"
                            + " begins with a letter.");
        }
    }

    /**
     * A name in its two forms.
     *
     * @param printed as the issuer writes it
     * @param encoded the stripe's form as the issuer wants it, for example {@code GARCIA/JOSE};
     *     empty lets {@link Transliteration} make it from the printed name, in the same order
     */
    public static CardholderName of(String printed, String encoded) {
        String composed = Normalizer.normalize(printed.strip(), Normalizer.Form.NFC);
        checkPrinted(composed);
        return new CardholderName(
                composed, encoded.isEmpty() ? Transliteration.toStripe(composed) : encoded);
    }

    /** A printed name in the letters of stripes (ICAO Doc 9303), of whatever length. */
    public static String inStripeLetters(String printed) {
        return Transliteration.toStripe(printed);
    }

    /** Whether the stripe's form is more than the printed name in capitals. */
    public boolean isAltered() {
        return !encoded.equals(printed.toUpperCase(Locale.ROOT));
    }

    private static void checkPrinted(String printed) {
        if (printed.isBlank()) {
            throw Refusal.invalid("NAME_EMPTY", "The cardholder's name is missing.");
        }
        if (printed.codePointCount(0, printed.length()) > MAX_PRINTED) {
            throw Refusal.invalid(
                    "NAME_TOO_LONG", "The printed name has more than 40 characters; shorten it.");
        }
        if (!printed.codePoints().allMatch(CardholderName::isPrintable)
                || printed.codePoints().noneMatch(Character::isLetter)) {
            throw Refusal.invalid(
                    "NAME_CHARACTERS",
                    "The printed name holds letters of the Latin script, blanks, hyphens,"
                            + " apostrophes and full stops.");
        }
    }

    private static boolean isPrintable(int c) {
        if (Character.isLetter(c)) {
            return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        }
        // Letters that Unicode has no composed form for keep their marks.
        return " -.".indexOf(c) >= 0
                || Transliteration.isApostrophe(c)
                || Transliteration.isHyphen(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    @Override
    public String toString() {
        return "CardholderName[REDACTED]";
    }
}
