package io.cardloom.production.dataprep;

import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.render.CardPrint;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.printdata.PrintedCard;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** Makes the files of one run. For one thread and one run. */
final class Preparing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TenantId tenant;
    private final RunOrder order;
    private final CardDeck deck;
    private final PreparedFolder folder;
    private final DataKey key;
    private final Function<AccountRecord, TrackData> stripes;
    private final List<PreparedFile> files = new ArrayList<>();

    Preparing(
            TenantId tenant,
            RunOrder order,
            CardDeck deck,
            PreparedFolder folder,
            DataKey key,
            Function<AccountRecord, TrackData> stripes) {
        this.tenant = tenant;
        this.order = order;
        this.deck = deck;
        this.folder = folder;
        this.key = key;
        this.stripes = stripes;
    }

    /** Takes the sealed cards, a batch at a time. */
    interface CardSink {
        void take(List<PreparedCardRow> cards);
    }

    void records(CardSink sink) {
        write(
                "records.csv",
                out -> {
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    RecordLines lines = new RecordLines(text);
                    deck.batches()
                            .forEach(
                                    batch ->
                                            sink.take(
                                                    batch.stream()
                                                            .map(card -> row(card, lines))
                                                            .toList()));
                    text.flush();
                });
    }

    private PreparedCardRow row(CardDeck.Card card, RecordLines lines) {
        TrackData tracks = stripes.apply(card.record());
        int number = card.slot().number();
        lines.add(number, card.record(), tracks);
        return new PreparedCardRow(
                tenant.value(),
                order.run().value(),
                number,
                SealedTracks.seal(key, number, tracks));
    }

    void chips(RunChips.Lines lines) {
        write(
                RunChips.FILE,
                out -> {
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    lines.write(deck, text);
                    text.flush();
                });
    }

    void print(RunFaces.PrintedFace face) {
        write("print" + face.suffix() + ".pdf", out -> pages(out, face.print()));
        write(
                "print" + face.suffix() + ".png",
                out -> {
                    if (!ImageIO.write(face.print().fixed(), "png", out)) {
                        throw new IOException("no PNG writer");
                    }
                });
    }

    /** Pages, and a random comment behind them: else the hash of one card could be guessed. */
    private void pages(OutputStream out, CardPrint print) throws IOException {
        AtomicInteger row = new AtomicInteger();
        Stream<Map<FieldKey, String>> values =
                deck.cards()
                        .peek(card -> row.set(card.slot().rowNumber()))
                        .map(card -> PrintedCard.values(card.record()));
        try {
            print.pdf(out, values);
        } catch (Refusal e) {
            throw Refusal.invalid(
                    "RECORD_NOT_PRINTABLE",
                    "Record "
                            + row.get()
                            + " of the order cannot be printed in this design ("
                            + e.code()
                            + "): choose a font that has its letters, or a wider field.");
        }
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        out.write(
                ("%" + HexFormat.of().formatHex(salt) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    void manifest(Map<String, String> keyCheckValues, Instant at) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", 1);
        manifest.put("run", order.run().value());
        manifest.put("order", order.order().value());
        manifest.put("digest", order.digest().hex64());
        manifest.put("cards", order.cards().size());
        manifest.put("preparedAt", at.toString());
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

    private void write(String name, PreparedFolder.Content content) {
        files.add(folder.write(tenant, order.run(), key, name, content));
    }
}
