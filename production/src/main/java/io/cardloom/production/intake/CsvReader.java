package io.cardloom.production.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, row by row, with or without byte order mark.
 * Lines end with CR LF, LF or CR; blank lines are passed over; memory is that of one row.
 */
final class CsvReader {

    static final int MOST_COLUMNS = 40;
    static final int MOST_CHARACTERS = 400;
    private static final int END = -1;

    private final BufferedReader in;
    private int line = 1;
    private int rowLine = 1;
    private int last = END;
    private boolean begun;

    CsvReader(InputStream utf8) {
        this.in =
                new BufferedReader(
                        new InputStreamReader(
                                utf8,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The line, from 1, in which the row begins that was read last or failed. */
    int line() {
        return rowLine;
    }

    /**
     * The next row's fields; empty at the end of the file.
     *
     * @throws CsvFault when this and what follows cannot be told apart any more
     */
    Optional<List<String>> next() throws IOException {
        if (!begun) {
            begun = true;
            in.mark(1);
            if (read() != '\uFEFF') {
                in.reset();
            }
        }
        while (true) {
            rowLine = line;
            List<String> row = row();
            if (row.size() > 1 || !row.getFirst().isEmpty()) {
                return Optional.of(row);
            }
            if (last == END) {
                return Optional.empty();
            }
        }
    }

    private List<String> row() throws IOException {
        List<String> fields = new ArrayList<>();
        do {
            if (fields.size() == MOST_COLUMNS) {
                throw new CsvFault(
                        "CSV_COLUMNS", "The row has more than " + MOST_COLUMNS + " columns.");
            }
            fields.add(field());
        } while (last == ',');
        return fields;
    }

    private String field() throws IOException {
        StringBuilder field = new StringBuilder();
        int c = read();
        if (c == '"') {
            c = quoted(field);
            if (c != ',' && c != '\n' && c != END) {
                throw new CsvFault(
                        "CSV_QUOTES",
                        "After a closing quotation mark a comma or the line's end has to follow;"
                                + " a quotation mark inside is written twice.");
            }
        } else {
            while (c != ',' && c != '\n' && c != END) {
                if (c == '"') {
                    throw new CsvFault(
                            "CSV_QUOTES",
                            "A field with a quotation mark has to be put in quotation marks.");
                }
                append(field, c);
                c = read();
            }
        }
        last = c;
        return field.toString();
    }

    /** Reads to the closing quotation mark; returns what follows it. */
    private int quoted(StringBuilder field) throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                throw new CsvFault("CSV_QUOTES", "A quotation mark is opened and never closed.");
            }
            if (c == '"') {
                int next = read();
                if (next != '"') {
                    return next;
                }
            }
            append(field, c);
        }
    }

    /** The next character, with each form of a line's end as a line feed. */
    private int read() throws IOException {
        try {
            int c = in.read();
            if (c == '\r') {
                in.mark(1);
                if (in.read() != '\n') {
                    in.reset();
                }
                c = '\n';
            }
            if (c == '\n') {
                line++;
            }
            return c;
        } catch (CharacterCodingException e) {
            throw new CsvFault("CSV_NOT_UTF8", "The file is not in UTF-8; export it as UTF-8.");
        }
    }

    private static void append(StringBuilder field, int c) {
        if (field.length() == MOST_CHARACTERS) {
            throw new CsvFault(
                    "CSV_FIELD_LENGTH",
                    "A field has more than " + MOST_CHARACTERS + " characters.");
        }
        field.append((char) c);
    }
}
