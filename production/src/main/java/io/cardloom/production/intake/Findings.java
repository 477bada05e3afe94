package io.cardloom.production.intake;

import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.intake.form.RowFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in a list; keeps the first findings and counts all. */
final class Findings implements RowFindings {

    private final List<RowError> errors = new ArrayList<>();
    private final List<RowError> notices = new ArrayList<>();
    private int errorCount;
    private int noticeCount;
    private int rows;
    private int wrongRows;
    private int lastWrong;
    private boolean unreadable;

    void row() {
        rows++;
    }

    @Override
    public void error(RowError error) {
        errorCount++;
        if (error.line() != lastWrong) {
            lastWrong = error.line();
            wrongRows++;
        }
        if (errors.size() < IntakeReport.MOST_FINDINGS) {
            errors.add(error);
        }
    }

    @Override
    public void listError(RowError error) {
        unreadable = true;
        error(error);
    }

    @Override
    public void notice(RowError notice) {
        noticeCount++;
        if (notices.size() < IntakeReport.MOST_FINDINGS) {
            notices.add(notice);
        }
    }

    int rows() {
        return rows;
    }

    int wrongRows() {
        return wrongRows;
    }

    int errorCount() {
        return errorCount;
    }

    /** Whether something was found that is the whole list's. */
    boolean isUnreadable() {
        return unreadable;
    }

    /**
     * The report.
     *
     * @param accepted rows that were stored
     */
    IntakeReport report(int accepted) {
        errors.sort(Comparator.comparingInt(RowError::line));
        return new IntakeReport(rows, accepted, errorCount, errors, noticeCount, notices);
    }
}
