package io.cardloom.production.intake;

import io.cardloom.production.intake.form.RowError;
import java.util.List;

/**
 * What became of a cardholder list.
 *
 * @param rows data rows read, without the header
 * @param accepted rows stored; 0 when the list was refused
 * @param errorCount rows and columns found wrong; a wrong row is not stored
 * @param errors the first {@link #MOST_FINDINGS} of them, by line
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

    /** Whether any row was stored. */
    public boolean tookAny() {
        return accepted > 0;
    }

    /** A list whose taking in ended with its process, or with a fault of ours. */
    public static IntakeReport interrupted() {
        return refused(
                "INTAKE_INTERRUPTED",
                "The taking in of the list was interrupted; nothing of it was kept. Send the list"
                        + " again for a new order.");
    }

    /** Whether people stopped it. */
    public boolean wasStopped() {
        return errors.stream().anyMatch(e -> e.code().equals("INTAKE_CANCELLED"));
    }

    /** A list that was refused as a whole, and why. */
    public static IntakeReport refused(String code, String sentence) {
        return new IntakeReport(
                0, 0, 1, List.of(new RowError(1, "", code, sentence)), 0, List.of());
    }
}
