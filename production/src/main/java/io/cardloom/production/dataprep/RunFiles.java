package io.cardloom.production.dataprep;

import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.render.CardLines;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** The files of one run as they are made, whatever the run's cards are. For one thread. */
final class RunFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileSink sink;
    private final RecordIds ids;
    private final List<PreparedFile> files = new ArrayList<>();

    RunFiles(FileSink sink, RecordIds ids) {
        this.sink = sink;
        this.ids = ids;
    }

    /** What is printed of one card. */
    record Printed(CardSlot slot, CardValues values) {}

    /** Writes text. */
    interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /** Names of the run's records. */
    RecordIds ids() {
        return ids;
    }

    /** {@code lines.csv}. */
    void lines(CardLines lines, Supplier<Stream<Printed>> cards) {
        text(
                MethodLines.FILE,
                out -> {
                    MethodLines rows = new MethodLines(out, ids, lines);
                    cards.get().forEach(rows::add);
                });
    }

    /** The pages of a face, and what is the same on each card. */
    void print(RunFaces.PrintedFace face, Supplier<Stream<Printed>> cards) {
        String name = "print" + face.suffix() + ".pdf";
        write(name, out -> pages(out, name, face, cards));
        write(
                "print" + face.suffix() + ".png",
                out -> {
                    if (!ImageIO.write(face.fixed(), "png", out)) {
                        throw new IOException("no PNG writer");
                    }
                });
    }

    /** Pages, and a comment behind them that only this run has: else a hash could be guessed. */
    private void pages(
            OutputStream out,
            String name,
            RunFaces.PrintedFace face,
            Supplier<Stream<Printed>> cards)
            throws IOException {
        AtomicInteger row = new AtomicInteger();
        Stream<CardValues> values =
                cards.get().peek(card -> row.set(card.slot().rowNumber())).map(Printed::values);
        try {
            face.print().cards(out, values);
        } catch (Refusal e) {
            throw Unprintable.refusal(row.get(), e);
        }
        out.write(("%" + ids.ofFile(name) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Says of which cards these are the files, and lists them. */
    void manifest(Map<String, ?> facts, Map<String, String> keyCheckValues) {
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

    /** Those that are whole. */
    List<PreparedFile> files() {
        return List.copyOf(files);
    }

    /** A file in UTF-8. */
    void text(String name, Text content) {
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
