package io.cardloom.production.document.mrz;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes national letters in those of the machine readable zone: the recommended transliteration of
 * ICAO Doc 9303-3, section 6, tables A (Latin) and B (Cyrillic). Where the table gives several, the
 * first one is taken; a State that wants another gives the zone's form itself.
 */
final class NameLetters {

    private static final Map<Integer, String> TABLE = table();

    private NameLetters() {}

    /**
     * One part of a name: words joined by single fillers; empty when nothing is left of it.
     *
     * @return null when a letter is in neither table
     */
    static @Nullable String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length() + 8);
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        int[] letters = composed.toUpperCase(Locale.ROOT).codePoints().toArray();
        for (int letter : letters) {
            String zone = letter(letter);
            if (zone == null) {
                return null;
            }
            encoded.append(zone);
        }
        return encoded.toString().replaceAll("<{2,}", "<").replaceAll("^<|<$", "");
    }

    private static @Nullable String letter(int c) {
        if (c >= 'A' && c <= 'Z') {
            return Character.toString(c);
        }
        // Blanks and hyphens part words; apostrophes, commas and full stops are left away (4.6).
        if (c == ' ' || c == '-' || c >= 0x2010 && c <= 0x2013) {
            return "<";
        }
        if ("'\u2019\u2018\u02BC`,.".indexOf(c) >= 0) {
            return "";
        }
        String own = TABLE.get(c);
        return own != null ? own : withoutMarks(c);
    }

    private static @Nullable String withoutMarks(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return "";
        }
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        char base = apart.charAt(0);
        boolean marked =
                apart.length() > 1
                        && apart.substring(1)
                                .chars()
                                .allMatch(m -> Character.getType(m) == Character.NON_SPACING_MARK);
        return marked && base >= 'A' && base <= 'Z' ? String.valueOf(base) : null;
    }

    private static Map<Integer, String> table() {
        String latin =
                "Ä AE Å AA Æ AE Ð D Đ D Ħ H ı I Ĳ IJ ĸ Q Ł L Ŀ L Ŋ N Ö OE Ø OE Œ OE ẞ SS ß SS Ŧ T Ü"
                        + " UE Þ TH Ə E";
        String cyrillic =
                "А A Б B В V Г G Д D Е E Ё E Ж ZH З Z И I І I Й I К K Л L М M Н N О O П P Р R С S Т"
                        + " T У U Ф F Х KH Ц TS Ч CH Ш SH Щ SHCH Ъ IE Ы Y Э E Ю IU Я IA Ѵ Y Ґ G Ў U"
                        + " Ѫ U Ѓ G Ђ D Ѕ DZ Ј J Ќ K Љ LJ Њ NJ Џ DZ Є IE Ї I";
        Map<Integer, String> table = new HashMap<>();
        String[] pairs = (latin + " " + cyrillic).split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i].codePointAt(0), pairs[i + 1]);
        }
        // The soft sign has no sound of its own and no line in the table.
        table.put((int) 'Ь', "");
        return table;
    }
}
