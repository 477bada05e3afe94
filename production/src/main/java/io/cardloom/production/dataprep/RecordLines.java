package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.printdata.PrintedCard;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code records.csv}: what a bureau writes on each card, one line a card, in UTF-8 with CR LF (RFC
 * 4180). There is a column for track 3 only where the program writes one.
 */
final class RecordLines {

    static final String FILE = "records.csv";

    private static final List<String> HEADER =
            List.of(
                    "number",
                    "record_id",
                    "track1",
                    "track2",
                    "track3",
                    "pan_line",
                    "expiry_line",
                    "name_line",
                    "second_line",
                    "image_id");

    private static final int TRACK_3 = HEADER.indexOf("track3");

    private final Writer out;
    private final RecordIds ids;
    private final boolean three;

    RecordLines(Writer out, RecordIds ids, boolean three) {
        this.out = out;
        this.ids = ids;
        this.three = three;
        write(HEADER);
    }

    void add(int number, AccountRecord record, TrackData tracks) {
        write(
                List.of(
                        Integer.toString(number),
                        ids.of(number),
                        tracks.track1(),
                        tracks.track2(),
                        tracks.track3(),
                        PrintedCard.panLine(record.pan()),
                        record.expiry().printed(),
                        record.name().printed(),
                        record.secondLine(),
                        record.imageId()));
    }

    private void write(List<String> values) {
        List<String> line = new ArrayList<>(values);
        if (!three) {
            line.remove(TRACK_3);
        }
        CsvLine.write(out, line);
    }
}
