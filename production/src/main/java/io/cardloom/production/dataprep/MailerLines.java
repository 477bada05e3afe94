package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code pin-mailers.csv}: what the printer of PIN mailers is given, one row a card, UTF-8 with CR
 * LF (RFC 4180). The PIN is in a block that only the printer opens, and only with the account
 * number, which is in another file; after it come the fields that the issuer names itself;
 * docs/lines-and-carriers.md.
 */
final class MailerLines {

    static final String FILE = "pin-mailers.csv";

    private static final List<String> HEADER =
            List.of(
                    "number",
                    "record_id",
                    "name",
                    "second_line",
                    "masked_pan",
                    "pin_block_format",
                    "pin_block",
                    "key_check_value");

    private final Writer out;
    private final RecordIds ids;
    private final RunMailers.Blocks blocks;
    private List<String> custom = List.of();
    private boolean begun;

    MailerLines(Writer out, RecordIds ids, RunMailers.Blocks blocks) {
        this.out = out;
        this.ids = ids;
        this.blocks = blocks;
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
                                blocks.format(),
                                blocks.of(card),
                                blocks.transportCheckValue()));
        custom.forEach(name -> fields.add(record.custom().getOrDefault(name, "")));
        CsvLine.write(out, fields);
    }
}
