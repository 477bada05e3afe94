package io.cardloom.production.accountdata;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a Latin name in A to Z as machine-readable travel documents do (ICAO Doc 9303-3, section
 * 6, table A): letters with a rule of their own first, all others by leaving their marks away.
 * Apostrophes are left away because ISO/IEC 7811 keeps that character from track 1's content.
 */
final class Transliteration {

    private static final Map<Integer, String> OWN_RULE =
            Map.ofEntries(
                    Map.entry((int) 'Ä', "AE"),
                    Map.entry((int) 'Å', "AA"),
                    Map.entry((int) 'Æ', "AE"),
                    Map.entry((int) 'Ð', "D"),
                    Map.entry((int) 'Đ', "D"),
                    Map.entry((int) 'Ħ', "H"),
                    Map.entry((int) 'ı', "I"),
                    Map.entry((int) 'Ĳ', "IJ"),
                    Map.entry((int) 'ĸ', "Q"),
                    Map.entry((int) 'Ł', "L"),
                    Map.entry((int) 'Ŀ', "L"),
                    Map.entry((int) 'Ŋ', "N"),
                    Map.entry((int) 'Ö', "OE"),
                    Map.entry((int) 'Ø', "OE"),
                    Map.entry((int) 'Œ', "OE"),
                    Map.entry((int) 'ẞ', "SS"),
                    Map.entry((int) 'Ŧ', "T"),
                    Map.entry((int) 'Ü', "UE"),
                    Map.entry((int) 'Þ', "TH"),
                    Map.entry((int) 'Ə', "E"));

    private Transliteration() {}

    /** The stripe's form; characters without a rule stay, so that a check can refuse them. */
    static String toStripe(String composed) {
        StringBuilder encoded = new StringBuilder(composed.length() + 8);
        composed.toUpperCase(Locale.ROOT).codePoints().forEach(c -> append(encoded, c));
        return encoded.toString().replaceAll(" {2,}", " ").strip();
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '`';
    }

    static boolean isHyphen(int c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2013');
    }

    private static void append(StringBuilder encoded, int c) {
        String own = OWN_RULE.get(c);
        if (own != null) {
            encoded.append(own);
        } else if (isHyphen(c)) {
            encoded.append('-');
        } else if (!isApostrophe(c)) {
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                    .codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(encoded::appendCodePoint);
        }
    }
}
