package io.cardloom.production.intake.file;

import java.util.List;

/**
 * One row as it was read. Holds account data: never kept, never printed.
 *
 * @param line of the file, counted from 1, where the row begins; of a workbook the row's number
 * @param values in the order of the columns; what is missing or cannot be read is empty
 * @param faults why values, or the row as a whole, cannot be read
 */
public record SourceRow(int line, List<String> values, List<Fault> faults) {

    /** The place of a fault that is the row's as a whole. */
    public static final int WHOLE_ROW = -1;

    /**
     * Why something cannot be read.
     *
     * @param column index of the value, or {@link #WHOLE_ROW}
     * @param code a stable word
     * @param sentence what is wrong and what would pass; none of the values
     */
    public record Fault(int column, String code, String sentence) {}

    @Override
    public String toString() {
        return "SourceRow[REDACTED]";
    }
}
