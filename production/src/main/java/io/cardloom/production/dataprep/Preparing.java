package io.cardloom.production.dataprep;

import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.render.CardLines;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.printdata.PrintedCard;
import io.cardloom.production.verification.CardVerification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the files of one run. For one thread and one run. */
final class Preparing {

    private static final String CHIP_TRANSPORT = "chip-transport";
    private static final String PIN_TRANSPORT = "pin-transport";

    private final CardDeck<AccountRecord> deck;
    private final RunFiles files;

    Preparing(CardDeck<AccountRecord> deck, FileSink sink, RecordIds ids) {
        this.deck = deck;
        this.files = new RunFiles(sink, ids);
    }

    /** What is written on the stripe of one card. */
    record Tracked(int number, TrackData tracks) {}

    /** Takes the tracks of the cards, a batch at a time. */
    interface TrackSink {
        void take(List<Tracked> cards);
    }

    /**
     * What the cards of a run are made of.
     *
     * @param stripes lays a record on its stripe
     * @param codes makes security codes, where the design has a field for them
     * @param mailers none where the program has no PIN mailers
     * @param chips none where cards have no chip
     * @param facts of the manifest
     * @param checkValues of the keys, by their purpose
     */
    record Making(
            CardStripes stripes,
            CardLines lines,
            CardVerification codes,
            Optional<RunMailers.Blocks> mailers,
            Optional<RunChips.Lines> chips,
            List<RunFaces.PrintedFace> faces,
            Map<String, ?> facts,
            Map<String, String> checkValues) {}

    /** Makes every file, the manifest last; samples are made by the same. */
    void make(Making what, TrackSink tracks) {
        records(what.stripes(), tracks);
        Supplier<Stream<RunFiles.Printed>> printed = printed(what);
        files.lines(what.lines(), printed);
        carriers();
        Map<String, String> checkValues = new TreeMap<>(what.checkValues());
        what.mailers()
                .ifPresent(
                        blocks -> {
                            mailers(blocks);
                            checkValues.put(PIN_TRANSPORT, blocks.transportCheckValue());
                        });
        what.chips()
                .ifPresent(
                        lines -> {
                            chips(lines);
                            checkValues.put(CHIP_TRANSPORT, lines.transportCheckValue());
                        });
        what.faces().forEach(face -> files.print(face, printed));
        files.manifest(what.facts(), checkValues);
    }

    private void records(CardStripes stripes, TrackSink taking) {
        files.text(
                RecordLines.FILE,
                out -> {
                    RecordLines lines = new RecordLines(out, files.ids(), stripes.three());
                    deck.batches()
                            .forEach(
                                    batch ->
                                            taking.take(
                                                    batch.stream()
                                                            .map(c -> tracked(c, stripes, lines))
                                                            .toList()));
                });
    }

    private static Tracked tracked(
            CardDeck.Card<AccountRecord> card, CardStripes stripes, RecordLines lines) {
        TrackData tracks = stripes.laying().apply(card);
        lines.add(card.slot().number(), card.record(), tracks);
        return new Tracked(card.slot().number(), tracks);
    }

    private Supplier<Stream<RunFiles.Printed>> printed(Making what) {
        Function<AccountRecord, CardValues> values =
                what.lines().fill(FieldKey.SECURITY_CODE)
                        ? record -> PrintedCard.card(record, what.codes())
                        : PrintedCard::card;
        return () ->
                deck.cards().map(c -> new RunFiles.Printed(c.slot(), values.apply(c.record())));
    }

    private void carriers() {
        files.text(
                CarrierLines.FILE,
                out -> {
                    CarrierLines rows = new CarrierLines(out, files.ids());
                    deck.cards().forEach(rows::add);
                });
    }

    private void mailers(RunMailers.Blocks blocks) {
        files.text(
                MailerLines.FILE,
                out -> {
                    MailerLines rows = new MailerLines(out, files.ids(), blocks);
                    deck.cards().forEach(rows::add);
                });
    }

    private void chips(RunChips.Lines lines) {
        files.text(RunChips.FILE, out -> lines.write(deck, out));
    }

    List<PreparedFile> files() {
        return files.files();
    }
}
