package io.cardloom.production.intake.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list that was read to its end, or to its fault. */
record Reading(List<String> columns, List<SourceRow> rows) {

    static Reading of(FileForm form, byte[] bytes) {
        try {
            ByteArrayInputStream content = new ByteArrayInputStream(bytes);
            RowReader reader = RowReaders.of(form, content, () -> new ByteArrayInputStream(bytes));
            List<SourceRow> rows = new ArrayList<>();
            Optional<SourceRow> row = reader.next();
            while (row.isPresent()) {
                rows.add(row.get());
                row = reader.next();
            }
            return new Reading(reader.columns(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(FileForm form, String text) {
        return of(form, text.getBytes(StandardCharsets.UTF_8));
    }

    List<List<String>> values() {
        return rows.stream().map(SourceRow::values).toList();
    }

    List<Integer> lines() {
        return rows.stream().map(SourceRow::line).toList();
    }

    /** Line, column index and code of each fault. */
    List<String> faults() {
        return rows.stream()
                .flatMap(
                        r ->
                                r.faults().stream()
                                        .map(f -> r.line() + " " + f.column() + " " + f.code()))
                .toList();
    }
}
