package io.cardloom.production.dataprep;

import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.render.CardLines;
import io.cardloom.designer.render.CardPrint;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.printdata.PrintedCard;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** Makes the files of one run. For one thread and one run. */
final class Preparing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHIP_TRANSPORT = "chip-transport";
    private static final String PIN_TRANSPORT = "pin-transport";

    private final CardDeck deck;
    private final FileSink sink;
    private final RecordIds ids;
    private final List<PreparedFile> files = new ArrayList<>();

    Preparing(CardDeck deck, FileSink sink, RecordIds ids) {
        this.deck = deck;
        this.sink = sink;
        this.ids = ids;
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
     * @param mailers none where the program has no PIN mailers
     * @param chips none where cards have no chip
     * @param facts of the manifest
     * @param checkValues of the keys, by their purpose
     */
    record Making(
            CardStripes stripes,
            CardLines lines,
            Optional<RunMailers.Blocks> mailers,
            Optional<RunChips.Lines> chips,
            List<RunFaces.PrintedFace> faces,
            Map<String, ?> facts,
            Map<String, String> checkValues) {}

    /** Writes text. */
    private interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /** Makes every file, the manifest last; samples are made by the same. */
    void make(Making what, TrackSink tracks) {
        records(what.stripes(), tracks);
        lines(what.lines());
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
        what.faces().forEach(this::print);
        manifest(what.facts(), checkValues);
    }

    private void records(CardStripes stripes, TrackSink taking) {
        text(
                RecordLines.FILE,
                out -> {
                    RecordLines lines = new RecordLines(out, ids, stripes.three());
                    deck.batches()
                            .forEach(
                                    batch ->
                                            taking.take(
                                                    batch.stream()
                                                            .map(c -> tracked(c, stripes, lines))
                                                            .toList()));
                });
    }

    private static Tracked tracked(CardDeck.Card card, CardStripes stripes, RecordLines lines) {
        TrackData tracks = stripes.laying().apply(card);
        lines.add(card.slot().number(), card.record(), tracks);
        return new Tracked(card.slot().number(), tracks);
    }

    private void lines(CardLines lines) {
        text(
                MethodLines.FILE,
                out -> {
                    MethodLines rows = new MethodLines(out, ids, lines);
                    deck.cards().forEach(rows::add);
                });
    }

    private void carriers() {
        text(
                CarrierLines.FILE,
                out -> {
                    CarrierLines rows = new CarrierLines(out, ids);
                    deck.cards().forEach(rows::add);
                });
    }

    private void mailers(RunMailers.Blocks blocks) {
        text(
                MailerLines.FILE,
                out -> {
                    MailerLines rows = new MailerLines(out, ids, blocks);
                    deck.cards().forEach(rows::add);
                });
    }

    private void chips(RunChips.Lines lines) {
        text(RunChips.FILE, out -> lines.write(deck, out));
    }

    private void print(RunFaces.PrintedFace face) {
        String name = "print" + face.suffix() + ".pdf";
        write(name, out -> pages(out, name, face.print()));
        write(
                "print" + face.suffix() + ".png",
                out -> {
                    if (!ImageIO.write(face.fixed(), "png", out)) {
                        throw new IOException("no PNG writer");
                    }
                });
    }

    /** Pages, and a comment behind them that only this run has: else a hash could be guessed. */
    private void pages(OutputStream out, String name, CardPrint print) throws IOException {
        AtomicInteger row = new AtomicInteger();
        Stream<CardValues> values =
                deck.cards()
                        .peek(card -> row.set(card.slot().rowNumber()))
                        .map(card -> PrintedCard.card(card.record()));
        try {
            print.cards(out, values);
        } catch (Refusal e) {
            throw Unprintable.refusal(row.get(), e);
        }
        out.write(("%" + ids.ofFile(name) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Says of which cards these are the files, and lists them. */
    private void manifest(Map<String, ?> facts, Map<String, String> keyCheckValues) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", 1);
        manifest.putAll(facts);
        manifest.put("keyCheckValues", keyCheckValues);
        manifest.put(
                "files",
                files.stream()
                        .map(
                                f -> {
                                    Map<String, Object> file = new LinkedHashMap<>();
                                    file.put("name", f.name());
                                    file.put("sha256", f.sha256());
                                    file.put("bytes", f.bytes());
                                    return file;
                                })
                        .toList());
        write("manifest.json", out -> out.write(JSON.writeValueAsBytes(manifest)));
    }

    List<PreparedFile> files() {
        return List.copyOf(files);
    }

    private void text(String name, Text content) {
        write(
                name,
                out -> {
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    content.writeTo(text);
                    text.flush();
                });
    }

    private void write(String name, PreparedFolder.Content content) {
        files.add(sink.write(name, content));
    }
}
