package io.cardloom.production.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in a file; lists the first ones and counts all. */
final class Findings {

    private final List<RowError> errors = new ArrayList<>();
    private final List<RowError> notices = new ArrayList<>();
    private int errorCount;
    private int noticeCount;
    private int rows;

    void row() {
        rows++;
    }

    void error(RowError error) {
        errorCount++;
        if (errors.size() < IntakeReport.MOST_FINDINGS) {
            errors.add(error);
        }
    }

    void notice(RowError notice) {
        noticeCount++;
        if (notices.size() < IntakeReport.MOST_FINDINGS) {
            notices.add(notice);
        }
    }

    int rows() {
        return rows;
    }

    int errorCount() {
        return errorCount;
    }

    /** The report; everything is accepted or nothing. */
    IntakeReport report() {
        errors.sort(Comparator.comparingInt(RowError::line));
        return new IntakeReport(
                rows, errorCount == 0 ? rows : 0, errorCount, errors, noticeCount, notices);
    }
}
