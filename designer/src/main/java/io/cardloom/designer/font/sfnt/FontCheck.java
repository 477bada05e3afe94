package io.cardloom.designer.font.sfnt;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a font by OpenType 1.9 before any other program does, and writes it anew: outlines, spacing
 * and the features of the letters; without instructions for coarse screens, bitmaps, colors and
 * variations. In time and memory bound by the file's length.
 */
public final class FontCheck {

    private static final Map<String, String> LEFT_OUT =
            Map.of(
                    "fvar",
                    "It is a variable font: only the face that it shows by itself is used.",
                    "COLR",
                    "Its colors are left out: letters take the color that the design gives.",
                    "CBDT",
                    "Its colored pictures are left out.",
                    "sbix",
                    "Its colored pictures are left out.",
                    "SVG ",
                    "Its colored drawings are left out.",
                    "morx",
                    "Features that only Apple's programs know are left out.");

    private final Directory directory;
    private final SortedMap<String, byte[]> tables = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    private FontCheck(Directory directory) {
        this.directory = directory;
    }

    /**
     * @throws Refusal {@code FONT_FORMAT}, {@code FONT_COLLECTION}, {@code FONT_WOFF}, {@code
     *     FONT_TYPE_ONE}, {@code FONT_VARIABLE}, {@code FONT_OUTLINES_MISSING}, {@code
     *     FONT_DAMAGED}, {@code FONT_RIGHTS_MISSING}, {@code FONT_EMBEDDING_RESTRICTED}, {@code
     *     FONT_EMBEDDING_BITMAPS}, {@code FONT_LATIN_MISSING} or {@code FONT_NAME_MISSING}; the
     *     same file is refused again
     */
    public static CheckedFont read(byte[] file) {
        return new FontCheck(Directory.of(file)).check();
    }

    private CheckedFont check() {
        boolean trueType = directory.has("glyf");
        if (!trueType && !directory.has("CFF ")) {
            throw directory.has("CFF2") ? Refused.variable() : Refused.outlines();
        }
        Metrics metrics = new Metrics(directory);
        Rights rights = new Rights(directory);
        Embedding embedding = rights.embedding();
        Names names = new Names(directory);
        CharacterMap map = new CharacterMap(directory, metrics.glyphs());
        Coverage.requireBasicLatin(map);
        outlines(trueType, metrics);
        tables.put("head", metrics.remadeHead());
        tables.put("hhea", metrics.remadeHhea());
        tables.put("hmtx", metrics.remadeHmtx());
        tables.put("OS/2", rights.remade());
        tables.put("name", names.remade());
        tables.put("cmap", map.remade());
        tables.put("post", post());
        Kerning kerning = layout(metrics.glyphs());
        LEFT_OUT.keySet().stream()
                .sorted()
                .filter(directory::has)
                .map(tag -> LEFT_OUT.getOrDefault(tag, ""))
                .distinct()
                .forEach(remarks::add);
        return new CheckedFont(
                names.family(),
                names.style(),
                rights.weight(),
                rights.italic(),
                names.copyright(),
                names.licence(),
                trueType,
                embedding,
                rights.subsetting(),
                kerning,
                metrics.glyphs(),
                map.count(),
                Coverage.latin1(map),
                Coverage.latinA(map),
                remarks,
                FontFile.write(trueType, tables));
    }

    private void outlines(boolean trueType, Metrics metrics) {
        if (trueType) {
            Outlines outlines = new Outlines(directory, metrics);
            tables.put("glyf", outlines.remadeGlyf());
            tables.put("loca", outlines.remadeLoca());
            tables.put("maxp", outlines.remadeMaxp());
        } else {
            metrics.requireCompactMaxp();
            Table compact = directory.require("CFF ");
            CompactFont.check(compact, metrics);
            tables.put("CFF ", compact.bytes());
            tables.put("maxp", metrics.compactMaxp());
        }
    }

    private Kerning layout(int glyphs) {
        definitions();
        Table substitution = directory.find("GSUB");
        if (substitution != null && substitution.length() > 0) {
            tables.put("GSUB", new Layout(substitution, 7).bytes());
        }
        Table positions = directory.find("GPOS");
        if (positions != null && positions.length() > 0) {
            Layout layout = new Layout(positions, 9);
            tables.put("GPOS", layout.bytes());
            if (layout.kerns()) {
                return Kerning.FEATURE;
            }
        }
        Table pairs = directory.find("kern");
        byte[] remade = pairs == null ? null : PairTable.remade(pairs, glyphs);
        if (remade == null) {
            return Kerning.NONE;
        }
        tables.put("kern", remade);
        return Kerning.TABLE;
    }

    /** The table {@code GDEF}, which says what letters and what marks are. */
    private void definitions() {
        Table table = directory.find("GDEF");
        if (table == null || table.length() == 0) {
            return;
        }
        if (table.u16(0) != 1) {
            throw table.damaged("is not of the form that is known");
        }
        for (int at = 4; at < 12; at += 2) {
            table.rest(table.u16(at));
        }
        tables.put("GDEF", table.bytes());
    }

    /** The table {@code post} without the names of glyphs. */
    private byte[] post() {
        ByteBuffer made = ByteBuffer.allocate(32).putInt(0x30000);
        Table post = directory.find("post");
        if (post != null) {
            post.require(32);
            made.put(4, post.part(4, 12).bytes());
        }
        return made.array();
    }
}
