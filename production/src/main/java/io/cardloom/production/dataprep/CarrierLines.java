package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code carriers.csv}: what is printed on the letter that carries each card, one row a card, UTF-8
 * with CR LF (RFC 4180). The account number is masked; after it come the fields that the issuer
 * names itself, by name; docs/lines-and-carriers.md.
 */
final class CarrierLines {

    static final String FILE = "carriers.csv";

    private static final List<String> HEADER =
            List.of("number", "record_id", "name", "second_line", "masked_pan", "image_id");

    private final Writer out;
    private final RecordIds ids;
    private List<String> custom = List.of();
    private boolean begun;

    CarrierLines(Writer out, RecordIds ids) {
        this.out = out;
        this.ids = ids;
    }

    /** The first card says which fields there are: those of a list all have the same. */
    void add(CardDeck.Card<AccountRecord> card) {
        AccountRecord record = card.record();
        if (!begun) {
            begun = true;
            custom = List.copyOf(record.custom().keySet());
            List<String> header = new ArrayList<>(HEADER);
            header.addAll(custom);
            CsvLine.write(out, header);
        }
        int number = card.slot().number();
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                Integer.toString(number),
                                ids.of(number),
                                record.name().printed(),
                                record.secondLine(),
                                record.pan().masked(),
                                record.imageId()));
        custom.forEach(name -> fields.add(record.custom().getOrDefault(name, "")));
        CsvLine.write(out, fields);
    }
}
