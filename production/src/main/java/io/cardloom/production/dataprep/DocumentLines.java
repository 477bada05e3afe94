package io.cardloom.production.dataprep;

import io.cardloom.production.document.IdentityDocuments;
import io.cardloom.production.document.PreparedDocument;
import io.cardloom.production.document.PreparedDocument.KeyRole;
import io.cardloom.production.document.WrappedKey;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.document.lds.DocumentFile;
import io.cardloom.production.document.lds.ElementaryFile;
import io.cardloom.production.printdata.PrintedDocument;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code documents.csv}: what is printed on each document, the files of its chip and its wrapped
 * keys, one line a document, UTF-8 with CR LF (RFC 4180); docs/identity-documents.md. Files and
 * keys are in base64; a column without something is empty.
 */
final class DocumentLines {

    static final String FILE = "documents.csv";

    private final Writer out;
    private final RecordIds ids;
    private final IdentityDocuments.Making making;

    DocumentLines(Writer out, RecordIds ids, IdentityDocuments.Making making) {
        this.out = out;
        this.ids = ids;
        this.making = making;
        CsvLine.write(out, header());
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("number", "record_id"));
        header.addAll(PrintedDocument.LABELS);
        for (ElementaryFile file : ElementaryFile.values()) {
            header.add(file.fileName().toLowerCase(Locale.ROOT).replace('.', '_'));
        }
        for (KeyRole role : KeyRole.values()) {
            header.add("key_" + role.name().toLowerCase(Locale.ROOT));
        }
        return header;
    }

    void add(CardDeck.Card<DocumentEntry> card) {
        var record = card.record().record();
        PreparedDocument made = making.prepare(record);
        Map<String, String> printed = PrintedDocument.labeled(record, made.zone());
        int number = card.slot().number();
        List<String> line = new ArrayList<>(List.of(Integer.toString(number), ids.of(number)));
        PrintedDocument.LABELS.forEach(label -> line.add(printed.getOrDefault(label, "")));
        Map<ElementaryFile, byte[]> files = new EnumMap<>(ElementaryFile.class);
        for (DocumentFile file : made.files()) {
            files.put(file.which(), file.content());
        }
        Arrays.stream(ElementaryFile.values())
                .map(file -> base64(files.getOrDefault(file, new byte[0])))
                .forEach(line::add);
        for (KeyRole role : KeyRole.values()) {
            WrappedKey key = made.keys().get(role);
            line.add(key == null ? "" : base64(key.bytes()));
        }
        CsvLine.write(out, line);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
