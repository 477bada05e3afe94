package io.cardloom.designer.font.sfnt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code cmap}: which sign is drawn by which glyph, in Unicode. */
final class CharacterMap {

    private static final int LAST = 0x10FFFF;
    private static final int MOST_SEGMENTS = 8_000;
    private static final int MOST_SUBTABLES = 64;

    /** Signs one after the other, drawn by glyphs one after the other. */
    private record Run(int from, int to, int glyph) {}

    private final Table cmap;
    private final int glyphs;
    private int[] codes = new int[1024];
    private int[] drawn = new int[1024];
    private int count;

    CharacterMap(Directory directory, int glyphs) {
        this.cmap = directory.require("cmap");
        this.glyphs = glyphs;
        int subtables = cmap.u16(2);
        if (cmap.u16(0) != 0 || subtables > MOST_SUBTABLES) {
            throw cmap.damaged("is not of the form that is known");
        }
        Table best = best(subtables);
        if (best == null) {
            return;
        }
        if (best.u16(0) == 12) {
            groups(best);
        } else {
            segments(best);
        }
    }

    /** The subtable with the most of Unicode in it. */
    private @Nullable Table best(int subtables) {
        Table best = null;
        int rank = 0;
        for (int i = 0; i < subtables; i++) {
            int platform = cmap.u16(4 + 8 * i);
            int encoding = cmap.u16(6 + 8 * i);
            Table subtable = cmap.rest(cmap.offset(8 + 8 * i));
            int format = subtable.u16(0);
            boolean unicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10);
            int worth = !unicode ? 0 : format == 12 ? 2 : format == 4 ? 1 : 0;
            if (worth > rank) {
                rank = worth;
                best = subtable;
            }
        }
        return best;
    }

    private void groups(Table table) {
        int groups = table.offset(12);
        if (groups > (table.length() - 16) / 12) {
            throw cmap.damaged("ends too early");
        }
        long next = 0;
        for (int i = 0; i < groups; i++) {
            int at = 16 + 12 * i;
            long from = table.u32(at);
            long to = table.u32(at + 4);
            long glyph = table.u32(at + 8);
            if (from < next || to < from || to > LAST || glyph + (to - from) >= glyphs) {
                throw cmap.damaged("maps signs out of order or to letters that are not there");
            }
            for (long code = from; code <= to; code++) {
                add((int) code, (int) (glyph + (code - from)));
            }
            next = to + 1;
        }
    }

    private void segments(Table table) {
        int twice = table.u16(6);
        if (twice % 2 != 0 || twice == 0) {
            throw cmap.damaged("is not of the form that is known");
        }
        int ends = 14;
        int starts = ends + twice + 2;
        int deltas = starts + twice;
        int ranges = deltas + twice;
        table.require(ranges + twice);
        int next = 0;
        for (int i = 0; i < twice; i += 2) {
            int from = table.u16(starts + i);
            int to = table.u16(ends + i);
            if (from == 0xffff) {
                break;
            }
            if (from < next || to < from) {
                throw cmap.damaged("maps signs out of order");
            }
            for (int code = from; code <= to && code != 0xffff; code++) {
                int range = table.u16(ranges + i);
                int glyph = code;
                if (range != 0) {
                    glyph = table.u16(ranges + i + range + 2 * (code - from));
                }
                if (range == 0 || glyph != 0) {
                    glyph = glyph + table.u16(deltas + i) & 0xffff;
                }
                if (glyph >= glyphs) {
                    throw cmap.damaged("maps signs to letters that are not there");
                }
                add(code, glyph);
            }
            next = to + 1;
        }
    }

    private void add(int code, int glyph) {
        if (glyph == 0 || code >= 0xD800 && code < 0xE000) {
            return;
        }
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, 2 * count);
            drawn = Arrays.copyOf(drawn, 2 * count);
        }
        codes[count] = code;
        drawn[count++] = glyph;
    }

    /** How many signs the font has. */
    int count() {
        return count;
    }

    boolean has(int code) {
        return Arrays.binarySearch(codes, 0, count, code) >= 0;
    }

    /** The same map in our own words: format 12, and 4 for programs that know no other. */
    byte[] remade() {
        List<Run> runs = runs(LAST);
        List<Run> basic = runs(0xfffe);
        boolean both = basic.size() < MOST_SEGMENTS;
        int four = both ? 16 + 8 * (basic.size() + 1) : 0;
        int head = both ? 20 : 12;
        ByteBuffer out = ByteBuffer.allocate(head + four + 16 + 12 * runs.size());
        out.putShort((short) 0).putShort((short) (both ? 2 : 1));
        if (both) {
            out.putShort((short) 3).putShort((short) 1).putInt(head);
        }
        out.putShort((short) 3).putShort((short) 10).putInt(head + four);
        if (both) {
            segments(out, basic, four);
        }
        out.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * runs.size());
        out.putInt(0).putInt(runs.size());
        for (Run run : runs) {
            out.putInt(run.from).putInt(run.to).putInt(run.glyph);
        }
        return out.array();
    }

    private static void segments(ByteBuffer out, List<Run> runs, int length) {
        int segments = runs.size() + 1;
        int power = Integer.highestOneBit(segments);
        out.putShort((short) 4).putShort((short) length).putShort((short) 0);
        out.putShort((short) (2 * segments)).putShort((short) (2 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) (2 * (segments - power)));
        runs.forEach(run -> out.putShort((short) run.to));
        out.putShort((short) 0xffff).putShort((short) 0);
        runs.forEach(run -> out.putShort((short) run.from));
        out.putShort((short) 0xffff);
        runs.forEach(run -> out.putShort((short) (run.glyph - run.from)));
        out.putShort((short) 1);
        for (int i = 0; i < segments; i++) {
            out.putShort((short) 0);
        }
    }

    private List<Run> runs(int last) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < count && codes[i] <= last; ) {
            int from = i;
            do {
                i++;
            } while (i < count
                    && codes[i] <= last
                    && codes[i] == codes[i - 1] + 1
                    && drawn[i] == drawn[i - 1] + 1);
            runs.add(new Run(codes[from], codes[i - 1], drawn[from]));
        }
        return runs;
    }
}
