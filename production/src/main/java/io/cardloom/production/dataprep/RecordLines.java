package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.printdata.PrintedCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code records.csv}: what a bureau writes on each card, one line a card, in UTF-8 with CR LF (RFC
 * 4180). {@code record_id} is random: a name by which bureau and issuer can speak of the record,
 * and what keeps the file's hash from being guessed back to an account number.
 */
final class RecordLines {

    private static final String HEADER =
            "number,record_id,track1,track2,pan_line,expiry_line,name_line,second_line,image_id";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Writer out;

    RecordLines(Writer out) throws IOException {
        this.out = out;
        out.write(HEADER + "\r\n");
    }

    void add(int number, AccountRecord record, TrackData tracks) {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        List<String> fields =
                List.of(
                        Integer.toString(number),
                        HexFormat.of().formatHex(id),
                        tracks.track1(),
                        tracks.track2(),
                        PrintedCard.panLine(record.pan()),
                        record.expiry().printed(),
                        record.name().printed(),
                        record.secondLine(),
                        record.imageId());
        try {
            out.write(String.join(",", fields.stream().map(RecordLines::quoted).toList()));
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
