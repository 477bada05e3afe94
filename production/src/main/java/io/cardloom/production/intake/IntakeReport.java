package io.cardloom.production.intake;

import java.util.List;

/**
 * What became of a cardholder file.
 *
 * @param rows data rows read, without the header
 * @param accepted rows stored: all of them, or 0 when there was any error
 * @param errorCount rows and columns found wrong; 0 for a file that was accepted
 * @param errors the first {@link #MOST_FINDINGS} of them, in the file's order
 * @param noticeCount names that differ on the stripe from what is printed
 * @param notices the first {@link #MOST_FINDINGS} of them: transliteration is never silent
 */
public record IntakeReport(
        int rows,
        int accepted,
        int errorCount,
        List<RowError> errors,
        int noticeCount,
        List<RowError> notices) {

    /** How many findings of a kind a report lists; more are only counted. */
    public static final int MOST_FINDINGS = 1_000;

    public IntakeReport {
        errors = List.copyOf(errors);
        notices = List.copyOf(notices);
    }

    /** Whether every row was stored. */
    public boolean tookAll() {
        return errorCount == 0;
    }
}
