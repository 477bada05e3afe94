package io.cardloom.production.intake.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Yields a list's rows, one at a time; memory is that of one row. Used from one thread. */
public interface RowReader {

    /**
     * What the columns are called, as far as the file has told; the values of a row stand in this
     * order. Rows of JSON may add columns, which come last.
     */
    List<String> columns();

    /**
     * The next row; empty at the end of the file.
     *
     * @throws ReadFault when this and what follows cannot be told apart any more
     */
    Optional<SourceRow> next() throws IOException;
}
