package io.cardloom.production.dataprep;

import io.cardloom.designer.render.CardLines;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * {@code lines.csv}: the lines of each card with the method that makes each, one row a line, UTF-8
 * with CR LF (RFC 4180); docs/lines-and-carriers.md.
 */
final class MethodLines {

    static final String FILE = "lines.csv";

    private static final List<String> HEADER =
            List.of(
                    "number",
                    "record_id",
                    "face",
                    "method",
                    "field",
                    "label",
                    "x",
                    "y",
                    "rotation",
                    "pitch",
                    "height",
                    "font",
                    "text");

    private final Writer out;
    private final RecordIds ids;
    private final CardLines lines;

    MethodLines(Writer out, RecordIds ids, CardLines lines) {
        this.out = out;
        this.ids = ids;
        this.lines = lines;
        CsvLine.write(out, HEADER);
    }

    /**
     * @throws Refusal {@code RECORD_NOT_PRINTABLE}
     */
    void add(RunFiles.Printed card) {
        int number = card.slot().number();
        String id = ids.of(number);
        for (CardLines.Line line : set(card)) {
            CsvLine.write(
                    out,
                    List.of(
                            Integer.toString(number),
                            id,
                            line.face().word(),
                            line.method().word(),
                            line.field().name().toLowerCase(Locale.ROOT),
                            line.label(),
                            Integer.toString(line.x()),
                            Integer.toString(line.y()),
                            Integer.toString(line.rotation()),
                            Integer.toString(line.pitch()),
                            Integer.toString(line.height()),
                            line.font(),
                            line.text()));
        }
    }

    private List<CardLines.Line> set(RunFiles.Printed card) {
        try {
            return lines.set(card.values());
        } catch (Refusal e) {
            throw Unprintable.refusal(card.slot().rowNumber(), e);
        }
    }
}
