package io.cardloom.designer.ink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A TrueType file for a PDF (ISO 32000-1, 9.9): the outlines that are used, under their numbers.
 */
final class FontProgram {

    private static final List<String> TABLES =
            List.of("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep");
    private static final int COMPOSITE_WORDS = 1;
    private static final int COMPOSITE_MORE = 0x20;
    private static final int COMPOSITE_SCALE = 8;
    private static final int COMPOSITE_TWO_SCALES = 0x40;
    private static final int COMPOSITE_MATRIX = 0x80;

    private final ByteBuffer file;
    private final Map<String, int[]> places = new LinkedHashMap<>();
    private final int glyphs;
    private final boolean wide;

    private FontProgram(byte[] file) {
        this.file = ByteBuffer.wrap(file);
        for (int i = 0; i < this.file.getShort(4); i++) {
            int at = 12 + 16 * i;
            places.put(
                    new String(file, at, 4, StandardCharsets.US_ASCII),
                    new int[] {this.file.getInt(at + 8), this.file.getInt(at + 12)});
        }
        this.wide = this.file.getShort(at("head") + 50) == 1;
        this.glyphs = this.file.getShort(at("maxp") + 4) & 0xffff;
    }

    /** The file with these glyphs, what they are composed of, and the one for missing glyphs. */
    static byte[] of(byte[] file, Set<Integer> used) {
        FontProgram program = new FontProgram(file);
        return program.write(program.outlines(program.closure(used)));
    }

    private int at(String table) {
        int[] place = places.get(table);
        if (place == null) {
            throw new IllegalStateException("a font file has no " + table + " table");
        }
        return place[0];
    }

    private Set<Integer> closure(Set<Integer> used) {
        Set<Integer> all = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(used);
        open.add(0);
        while (!open.isEmpty()) {
            int glyph = open.remove();
            if (all.add(glyph) && length(glyph) > 10 && file.getShort(start(glyph)) < 0) {
                parts(start(glyph) + 10, open);
            }
        }
        return all;
    }

    private void parts(int from, Deque<Integer> open) {
        int at = from;
        int flags = COMPOSITE_MORE;
        while ((flags & COMPOSITE_MORE) != 0) {
            flags = file.getShort(at);
            open.add(file.getShort(at + 2) & 0xffff);
            at += 4 + ((flags & COMPOSITE_WORDS) != 0 ? 4 : 2);
            if ((flags & COMPOSITE_SCALE) != 0) {
                at += 2;
            } else if ((flags & COMPOSITE_TWO_SCALES) != 0) {
                at += 4;
            } else if ((flags & COMPOSITE_MATRIX) != 0) {
                at += 8;
            }
        }
    }

    private int start(int glyph) {
        return at("glyf") + offset(glyph);
    }

    private int length(int glyph) {
        return offset(glyph + 1) - offset(glyph);
    }

    private int offset(int glyph) {
        return wide
                ? file.getInt(at("loca") + 4 * glyph)
                : 2 * (file.getShort(at("loca") + 2 * glyph) & 0xffff);
    }

    /** The tables {@code glyf} and {@code loca} with nothing but these outlines. */
    private Map<String, byte[]> outlines(Set<Integer> kept) {
        ByteArrayOutputStream outlines = new ByteArrayOutputStream();
        ByteBuffer offsets = ByteBuffer.allocate((glyphs + 1) * (wide ? 4 : 2));
        for (int glyph = 0; glyph <= glyphs; glyph++) {
            if (wide) {
                offsets.putInt(outlines.size());
            } else {
                offsets.putShort((short) (outlines.size() / 2));
            }
            if (glyph < glyphs && kept.contains(glyph)) {
                outlines.write(file.array(), start(glyph), length(glyph));
                if (outlines.size() % 2 != 0) {
                    outlines.write(0);
                }
            }
        }
        return Map.of("glyf", outlines.toByteArray(), "loca", offsets.array());
    }

    private byte[] write(Map<String, byte[]> changed) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String name : TABLES) {
            int[] place = places.get(name);
            if (place != null) {
                byte[] same = new byte[place[1]];
                file.get(place[0], same);
                tables.put(name, changed.getOrDefault(name, same));
            }
        }
        int size = 12 + 16 * tables.size();
        for (byte[] table : tables.values()) {
            size += table.length + 3 & ~3;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        out.putInt(0x10000).putShort((short) tables.size()).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) (16 * (tables.size() - power)));
        int at = 12 + 16 * tables.size();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] bytes = table.getValue();
            out.put(at, bytes);
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt(sum(out, at, bytes.length)).putInt(at).putInt(bytes.length);
            at += bytes.length + 3 & ~3;
        }
        return out.array();
    }

    private static int sum(ByteBuffer bytes, int from, int length) {
        int sum = 0;
        for (int i = from; i < from + length; i += 4) {
            sum += bytes.getInt(i);
        }
        return sum;
    }
}
