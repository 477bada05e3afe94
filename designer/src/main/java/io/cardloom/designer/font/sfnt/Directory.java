package io.cardloom.designer.font.sfnt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a file (OpenType 1.9, "Organization of an OpenType font"). */
final class Directory {

    private static final int MOST_TABLES = 64;

    private final Map<String, Table> tables = new TreeMap<>();

    private Directory() {}

    static Directory of(byte[] file) {
        signature(file);
        Table whole = new Table(file, "directory", 0, file.length);
        int count = whole.u16(4);
        if (count < 1 || count > MOST_TABLES) {
            throw whole.damaged("names %d tables".formatted(count));
        }
        Directory directory = new Directory();
        int end = 12 + 16 * count;
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            String tag = whole.word(at);
            if (!tag.matches("[ -~]{4}")) {
                throw whole.damaged("has a table without a name");
            }
            int start = whole.offset(at + 8);
            if (start < end) {
                throw Refused.damaged(tag, "lies over the list of tables");
            }
            Table table = new Table(file, tag, start, whole.offset(at + 12));
            if (directory.tables.put(tag, table) != null) {
                throw Refused.damaged(tag, "is there twice");
            }
        }
        directory.refuseOverlaps();
        return directory;
    }

    private static void signature(byte[] file) {
        if (file.length < 4) {
            throw Refused.format("This is no font file.");
        }
        String word = new String(file, 0, 4, StandardCharsets.ISO_8859_1);
        switch (word) {
            case "\0\1\0\0", "true", "OTTO" -> {}
            case "ttcf" -> throw Refused.collection();
            case "wOFF", "wOF2" -> throw Refused.web();
            case "%!PS", "typ1" -> throw Refused.typeOne();
            default -> {
                if (word.startsWith("\u0080\1")) {
                    throw Refused.typeOne();
                }
                throw Refused.format("This is no font file.");
            }
        }
    }

    private void refuseOverlaps() {
        List<Table> placed = new ArrayList<>(tables.values());
        placed.removeIf(table -> table.length() == 0);
        placed.sort(Comparator.comparingInt(Table::start));
        for (int i = 1; i < placed.size(); i++) {
            Table before = placed.get(i - 1);
            if (before.start() + before.length() > placed.get(i).start()) {
                throw placed.get(i).damaged("lies over the table '" + before.tag().strip() + "'");
            }
        }
    }

    boolean has(String tag) {
        return tables.containsKey(tag);
    }

    @Nullable Table find(String tag) {
        return tables.get(tag);
    }

    Table require(String tag) {
        Table table = tables.get(tag);
        if (table == null) {
            throw Refused.damaged(tag, "is missing");
        }
        return table;
    }
}
