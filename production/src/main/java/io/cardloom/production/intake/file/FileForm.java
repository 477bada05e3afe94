package io.cardloom.production.intake.file;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In which form a list comes: what has to be known to tell its rows and columns apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FileForm.Csv.class, name = "csv"),
    @JsonSubTypes.Type(value = FileForm.FixedWidth.class, name = "fixed"),
    @JsonSubTypes.Type(value = FileForm.Json.class, name = "json"),
    @JsonSubTypes.Type(value = FileForm.Xlsx.class, name = "xlsx")
})
public sealed interface FileForm {

    /** The most columns of a row. */
    int MOST_COLUMNS = 100;

    /** The most characters of one value. */
    int MOST_CHARACTERS = 1_000;

    /** The form that is expected where nobody said another: RFC 4180 in UTF-8, header first. */
    FileForm STANDARD = new Csv(TextEncoding.UTF_8, ',', '"', true);

    /** For people. */
    String words();

    /**
     * Values with a separator between them (RFC 4180).
     *
     * @param separator one of {@code , ; |} or tab
     * @param quote one of {@code " '}; values that hold the separator stand between two
     * @param header whether the first row names the columns; else they are called 1, 2, 3 …
     */
    record Csv(TextEncoding encoding, char separator, char quote, boolean header)
            implements FileForm {
        /**
         * @throws Refusal {@code LIST_SEPARATOR}, {@code LIST_QUOTE}
         */
        public Csv {
            if (",;|\t".indexOf(separator) < 0) {
                throw Refusal.invalid(
                        "LIST_SEPARATOR",
                        "Values are separated by comma, semicolon, upright stroke or tab.");
            }
            if ("\"'".indexOf(quote) < 0) {
                throw Refusal.invalid(
                        "LIST_QUOTE", "Values are quoted by double or by single quotation marks.");
            }
        }

        @Override
        public String words() {
            return "CSV";
        }
    }

    /**
     * Values at fixed places of a line.
     *
     * @param slots where each column stands
     * @param skipFirst lines passed over at the beginning, 0 to 100
     * @param skipLast lines passed over at the end, 0 to 100
     */
    record FixedWidth(TextEncoding encoding, List<Slot> slots, int skipFirst, int skipLast)
            implements FileForm {
        private static final int MOST_SKIPPED = 100;

        /**
         * @throws Refusal {@code LIST_SLOTS}, {@code LIST_SKIPPED}
         */
        public FixedWidth {
            slots = List.copyOf(slots);
            Set<String> names = new HashSet<>();
            slots.forEach(s -> names.add(s.name().toLowerCase(Locale.ROOT)));
            if (slots.isEmpty() || slots.size() > MOST_COLUMNS || names.size() != slots.size()) {
                throw Refusal.invalid(
                        "LIST_SLOTS",
                        "Name 1 to " + MOST_COLUMNS + " columns, each by a name of its own.");
            }
            if (skipFirst < 0
                    || skipFirst > MOST_SKIPPED
                    || skipLast < 0
                    || skipLast > MOST_SKIPPED) {
                throw Refusal.invalid("LIST_SKIPPED", "0 to 100 lines can be passed over.");
            }
        }

        @Override
        public String words() {
            return "Fixed width";
        }

        int width() {
            return slots.stream().mapToInt(s -> s.from() + s.length() - 1).max().orElse(0);
        }
    }

    /**
     * A column of fixed width.
     *
     * @param name what the column is called
     * @param from its first character, counted from 1
     * @param length characters, without regard to bytes
     */
    record Slot(String name, int from, int length) {
        private static final int LONGEST_NAME = 60;
        private static final int LONGEST_LINE = 4_000;

        /**
         * @throws Refusal {@code LIST_SLOT}
         */
        public Slot {
            if (name.isBlank()
                    || name.length() > LONGEST_NAME
                    || from < 1
                    || length < 1
                    || length > MOST_CHARACTERS
                    || from + length - 1 > LONGEST_LINE) {
                throw Refusal.invalid(
                        "LIST_SLOT",
                        "A column has a name, begins at 1 or later and ends by character 4000.");
            }
        }
    }

    /** An array of objects, or one object after the other (JSON lines); columns are the keys. */
    record Json() implements FileForm {
        @Override
        public String words() {
            return "JSON";
        }
    }

    /**
     * A sheet of a workbook (ECMA-376).
     *
     * @param sheet its name; empty for the first one
     * @param header whether the first row names the columns; else they are called 1, 2, 3 …
     */
    record Xlsx(String sheet, boolean header) implements FileForm {
        @Override
        public String words() {
            return "XLSX";
        }
    }
}
