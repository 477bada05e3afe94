package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads an array of flat objects, or one flat object after the other (RFC 8259, JSON lines). */
final class JsonRows implements RowReader {

    private static final int DEPTH = 16;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonFactory JSON = factory(FileForm.MOST_CHARACTERS);

    private final JsonParser parser;
    private final int longest;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final List<SourceRow.Fault> faults = new ArrayList<>();
    private boolean array;
    private boolean begun;

    JsonRows(InputStream bytes) throws IOException {
        this(bytes, FileForm.MOST_CHARACTERS, JSON);
    }

    /** The same for values of so many characters. */
    JsonRows(InputStream bytes, int longest) throws IOException {
        this(bytes, longest, factory(longest));
    }

    private JsonRows(InputStream bytes, int longest, JsonFactory json) throws IOException {
        this.longest = longest;
        try {
            this.parser = json.createParser(tools.jackson.core.ObjectReadContext.empty(), bytes);
        } catch (JacksonException e) {
            throw fault(e, 1);
        }
    }

    private static JsonFactory factory(int longest) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxNameLength(LONGEST_NAME)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxStringLength(longest)
                                .build())
                .build();
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (!begun) {
                begun = true;
                array = token == JsonToken.START_ARRAY;
                token = array ? parser.nextToken() : token;
            }
            if (token == null || (array && token == JsonToken.END_ARRAY)) {
                if (array && (token == null || parser.nextToken() != null)) {
                    throw syntax(line());
                }
                return Optional.empty();
            }
            return Optional.of(row(token));
        } catch (JacksonException e) {
            throw fault(e, line());
        }
    }

    private SourceRow row(JsonToken first) {
        int line = line();
        faults.clear();
        if (first != JsonToken.START_OBJECT) {
            if (!array && first != JsonToken.START_ARRAY) {
                throw syntax(line);
            }
            parser.skipChildren();
            return new SourceRow(
                    line,
                    List.of(),
                    List.of(
                            new SourceRow.Fault(
                                    SourceRow.WHOLE_ROW,
                                    "JSON_NOT_OBJECT",
                                    "Each row has to be an object with the columns as keys.")));
        }
        String[] values = new String[columns.size()];
        JsonToken token = parser.nextToken();
        while (token == JsonToken.PROPERTY_NAME) {
            int place = place(parser.currentName(), line);
            if (place >= values.length) {
                values = Arrays.copyOf(values, place + 1);
            }
            if (values[place] != null) {
                faults.add(
                        new SourceRow.Fault(
                                place, "JSON_KEY_TWICE", "The row has this key twice."));
            }
            values[place] = value(place);
            token = parser.nextToken();
        }
        List<String> row = new ArrayList<>(values.length);
        for (String value : values) {
            row.add(value == null ? "" : value);
        }
        return new SourceRow(line, row, List.copyOf(faults));
    }

    private String value(int place) {
        JsonToken token = parser.nextToken();
        return switch (token) {
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, parser.getString());
            case VALUE_NULL -> "";
            default -> {
                parser.skipChildren();
                faults.add(
                        new SourceRow.Fault(
                                place,
                                "JSON_NESTED",
                                "A value has to be text, a number or null, no list or object."));
                yield "";
            }
        };
    }

    private String number(int place, String text) {
        Optional<String> plain = Numbers.plain(text);
        if (plain.isEmpty()) {
            faults.add(Numbers.inexact(place));
        }
        return plain.orElse("");
    }

    private int place(String key, int line) {
        Integer known = places.get(key);
        if (known != null) {
            return known;
        }
        if (columns.size() == FileForm.MOST_COLUMNS) {
            throw ReadFault.columns(line);
        }
        columns.add(key);
        places.put(key, columns.size() - 1);
        return columns.size() - 1;
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** The parser's own words repeat the file's, so they end here. */
    private ReadFault fault(JacksonException e, int line) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            if (cause instanceof java.io.CharConversionException) {
                return syntax(line);
            }
            throw cause;
        }
        return e instanceof tools.jackson.core.exc.StreamConstraintsException
                ? ReadFault.length(line, longest)
                : syntax(line);
    }

    private static ReadFault syntax(int line) {
        return new ReadFault(
                line,
                "JSON_SYNTAX",
                "This is not JSON in UTF-8: an array of objects, or one object a line.");
    }
}
