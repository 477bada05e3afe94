package io.cardloom.production.document.mrz;

import java.time.LocalDate;
import java.util.Random;

/** Zones at random. */
public final class AnyZone {

    private AnyZone() {}

    /** Any fields that fit a format, names short enough not to be cut. */
    public static MrzFields fields(Random random, MrzFormat format) {
        boolean booklet = format == MrzFormat.TD3;
        String number = letters(random, "ABCXYZ0189", 1 + random.nextInt(format.longestNumber()));
        // An independent reader takes no number of ten characters, whose rest is a check digit.
        int used = number.length() > 9 ? number.length() - 9 + 2 : 0;
        int left = format.optionalLength() - used;
        return new MrzFields(
                booklet ? "P" : "AIC".charAt(random.nextInt(3)) + (random.nextBoolean() ? "" : "D"),
                letters(random, "UTOD", 1 + random.nextInt(3)),
                TravelName.of(
                        word(random, 8) + (random.nextBoolean() ? "-" + word(random, 4) : ""),
                        random.nextInt(5) == 0 ? "" : word(random, 6) + " " + word(random, 4)),
                number,
                letters(random, "UTOD", 1 + random.nextInt(3)),
                new BirthDate(1900 + random.nextInt(120), random.nextInt(13), random.nextInt(29)),
                Sex.values()[random.nextInt(3)],
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000)),
                used > 0 ? "" : letters(random, "AZ09", random.nextInt(left + 1)),
                format == MrzFormat.TD1 ? letters(random, "AZ09", random.nextInt(12)) : "");
    }

    private static String word(Random random, int most) {
        return letters(random, "ABEIKLMNORSTU", 1 + random.nextInt(most));
    }

    private static String letters(Random random, String of, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(of.charAt(random.nextInt(of.length())));
        }
        return text.toString();
    }
}
