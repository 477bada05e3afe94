package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads separated values (RFC 4180), row by row; blank lines are passed over. */
final class CsvRows implements RowReader {

    private final FileForm.Csv form;
    private final Characters in;
    private final StringBuilder field = new StringBuilder();
    private List<String> columns = List.of();
    private Optional<SourceRow> ahead = Optional.empty();
    private int rowLine = 1;
    private int last = Characters.END;

    CsvRows(FileForm.Csv form, InputStream bytes) throws IOException {
        this.form = form;
        this.in = new Characters(bytes, form.encoding());
        Optional<List<String>> first = row();
        if (first.isEmpty()) {
            throw new ReadFault(1, "FILE_EMPTY", "The file is empty; it has no header.");
        }
        if (form.header()) {
            columns = first.get().stream().map(String::strip).toList();
        } else {
            columns =
                    IntStream.rangeClosed(1, first.get().size())
                            .mapToObj(Integer::toString)
                            .toList();
            ahead = Optional.of(source(first.get()));
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        if (ahead.isPresent()) {
            Optional<SourceRow> row = ahead;
            ahead = Optional.empty();
            return row;
        }
        Optional<List<String>> row = row();
        if (row.isEmpty()) {
            in.wipe();
            field.setLength(0);
        }
        return row.map(this::source);
    }

    private SourceRow source(List<String> values) {
        if (values.size() == columns.size()) {
            return new SourceRow(rowLine, values, List.of());
        }
        SourceRow.Fault width =
                new SourceRow.Fault(
                        SourceRow.WHOLE_ROW,
                        "ROW_WIDTH",
                        "The row has "
                                + values.size()
                                + " columns, the header "
                                + columns.size()
                                + "; quote fields that hold the separator.");
        return new SourceRow(rowLine, values, List.of(width));
    }

    /** The next line that is not blank. */
    private Optional<List<String>> row() throws IOException {
        while (true) {
            rowLine = in.line();
            List<String> row = fields();
            if (row.size() > 1 || !row.getFirst().isEmpty()) {
                return Optional.of(row);
            }
            if (last == Characters.END) {
                return Optional.empty();
            }
        }
    }

    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>(columns.isEmpty() ? 10 : columns.size());
        do {
            if (fields.size() == FileForm.MOST_COLUMNS) {
                throw ReadFault.columns(rowLine);
            }
            fields.add(field());
        } while (last == form.separator());
        return fields;
    }

    private String field() throws IOException {
        field.setLength(0);
        int c = in.read();
        if (c == form.quote()) {
            c = quoted();
            if (!ends(c)) {
                throw quotes(
                        "After a closing quotation mark the separator or the line's end has to"
                                + " follow; a quotation mark inside is written twice.");
            }
        } else {
            while (!ends(c)) {
                if (c == form.quote()) {
                    throw quotes("A field with a quotation mark has to be put in quotation marks.");
                }
                append(c);
                c = in.read();
            }
        }
        last = c;
        return field.toString();
    }

    private boolean ends(int c) {
        return c == form.separator() || c == '\n' || c == Characters.END;
    }

    /** Reads to the closing quotation mark; returns what follows it. */
    private int quoted() throws IOException {
        while (true) {
            int c = in.read();
            if (c == Characters.END) {
                throw quotes("A quotation mark is opened and never closed.");
            }
            if (c == form.quote()) {
                int next = in.read();
                if (next != form.quote()) {
                    return next;
                }
            }
            append(c);
        }
    }

    private void append(int c) {
        if (field.length() == FileForm.MOST_CHARACTERS) {
            throw ReadFault.length(rowLine);
        }
        field.append((char) c);
    }

    private ReadFault quotes(String sentence) {
        return new ReadFault(rowLine, "CSV_QUOTES", sentence);
    }
}
