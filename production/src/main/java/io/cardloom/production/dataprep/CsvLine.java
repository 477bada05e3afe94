package io.cardloom.production.dataprep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Lines of fields, separated and quoted as RFC 4180 says, each with CR LF at its end. */
final class CsvLine {

    private CsvLine() {}

    static void write(Writer out, List<String> fields) {
        try {
            out.write(String.join(",", fields.stream().map(CsvLine::quoted).toList()));
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String field) {
        return field.indexOf(',') < 0 && field.indexOf('"') < 0
                ? field
                : '"' + field.replace("\"", "\"\"") + '"';
    }
}
