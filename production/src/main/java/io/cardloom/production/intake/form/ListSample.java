package io.cardloom.production.intake.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a list, to look at. Account numbers are masked; the rest is what people wrote,
 * so it is shown to nobody but the one who handed it in, and kept by nobody.
 *
 * @param columns what the columns are called
 * @param rows at most 20 of them
 */
public record ListSample(List<String> columns, List<Row> rows) {

    /** The most rows of a sample. */
    public static final int MOST_ROWS = 20;

    public ListSample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row of a sample. */
    public record Row(int line, List<Cell> cells) {
        @Override
        public String toString() {
            return "Row[REDACTED]";
        }
    }

    /**
     * One value.
     *
     * @param shown the value, an account number masked, of a track its length
     * @param checked what is checked in its place; nothing of it is secret
     * @param fault why it cannot be read; null when it can
     * @param accountFault why it would be no account number; null when it would be one
     */
    public record Cell(
            String shown,
            String checked,
            @Nullable RowError fault,
            @Nullable RowError accountFault) {
        @Override
        public String toString() {
            return "Cell[REDACTED]";
        }
    }

    @Override
    public String toString() {
        return "ListSample[REDACTED]";
    }
}
