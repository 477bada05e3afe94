package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.printdata.PrintedCard;
import java.io.Writer;
import java.util.List;

/**
 * {@code records.csv}: what a bureau writes on each card, one line a card, in UTF-8 with CR LF (RFC
 * 4180).
 */
final class RecordLines {

    static final String FILE = "records.csv";

    private static final List<String> HEADER =
            List.of(
                    "number",
                    "record_id",
                    "track1",
                    "track2",
                    "pan_line",
                    "expiry_line",
                    "name_line",
                    "second_line",
                    "image_id");

    private final Writer out;
    private final RecordIds ids;

    RecordLines(Writer out, RecordIds ids) {
        this.out = out;
        this.ids = ids;
        CsvLine.write(out, HEADER);
    }

    void add(int number, AccountRecord record, TrackData tracks) {
        CsvLine.write(
                out,
                List.of(
                        Integer.toString(number),
                        ids.of(number),
                        tracks.track1(),
                        tracks.track2(),
                        PrintedCard.panLine(record.pan()),
                        record.expiry().printed(),
                        record.name().printed(),
                        record.secondLine(),
                        record.imageId()));
    }
}
