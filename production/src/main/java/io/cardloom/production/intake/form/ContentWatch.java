package io.cardloom.production.intake.form;

import java.util.BitSet;
import java.util.Optional;

/**
 * Watches one column that nobody checks otherwise. Numbers of three digits that differ from row to
 * row are what verification values look like, numbers of four digits PINs, whatever the header
 * says; sixteen hexadecimal digits are what PIN blocks look like (ISO 9564-1).
 */
final class ContentWatch {

    private static final int ENOUGH = 40;
    private static final int MOST_WATCHED = 1_000;

    private final BitSet seen = new BitSet(10_000);
    private int rows;
    private int three;
    private int four;
    private int months;
    private int blocks;

    /** The kind of data that the column seems to hold, once enough of it was seen. */
    Optional<String> see(String value) {
        String text = value.strip();
        if (text.isEmpty() || rows >= MOST_WATCHED) {
            return Optional.empty();
        }
        rows++;
        boolean digits = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && text.length() >= 3) {
            three += text.length() == 3 ? 1 : 0;
            four += text.length() == 4 ? 1 : 0;
            seen.set(Integer.parseInt(text));
            months += isMonth(text) ? 1 : 0;
        }
        blocks += text.matches("(?=.*[A-Fa-f])(?=.*[0-9])[0-9A-Fa-f]{16}") ? 1 : 0;
        return rows == ENOUGH || rows == MOST_WATCHED ? judged() : Optional.empty();
    }

    private Optional<String> judged() {
        boolean differ = seen.cardinality() > rows / 2;
        if (three == rows && differ) {
            return Optional.of("verification value");
        }
        if (four == rows && differ && months < rows) {
            return Optional.of("pin");
        }
        return blocks == rows ? Optional.of("pin") : Optional.empty();
    }

    private static boolean isMonth(String digits) {
        return digits.matches("[0-9]{2}(0[1-9]|1[0-2])|(0[1-9]|1[0-2])[0-9]{2}");
    }
}
