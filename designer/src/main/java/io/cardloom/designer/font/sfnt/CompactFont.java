package io.cardloom.designer.font.sfnt;

import java.util.HashMap;
import java.util.Map;

/** The table {@code CFF } (Adobe Technical Note 5176): its frame, and every drawing in it. */
final class CompactFont {

    private static final int MOST_DICTIONARIES = 256;
    private static final int CHARSET = 15;
    private static final int CHARSTRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int SUBROUTINES = 19;
    private static final int KIND = 0xc06;
    private static final int MATRIX = 0xc07;
    private static final int ORDERING = 0xc1e;
    private static final int FONTS = 0xc24;
    private static final int SELECTION = 0xc25;

    /** A list of byte strings (5176, 5). */
    record Index(Table table, int count, int offsets, int size, int end) {

        static Index at(Table cff, int at) {
            int count = cff.u16(at);
            if (count == 0) {
                return new Index(cff, 0, at, 1, at + 2);
            }
            int size = cff.u8(at + 2);
            if (size < 1 || size > 4) {
                throw cff.damaged("has a list without measure");
            }
            Index open = new Index(cff, count, at + 3, size, 0);
            int before = 1;
            for (int i = 0; i <= count; i++) {
                int offset = open.offset(i);
                if (offset < before || i == 0 && offset != 1) {
                    throw cff.damaged("has a list that runs backwards");
                }
                before = offset;
            }
            int base = open.base();
            cff.part(base, before);
            return new Index(cff, count, at + 3, size, base + before);
        }

        private int base() {
            return offsets + size * (count + 1) - 1;
        }

        private int offset(int i) {
            long value = 0;
            for (int b = 0; b < size; b++) {
                value = value << 8 | table.u8(offsets + size * i + b);
            }
            if (value > table.length()) {
                throw table.damaged("has a list that points outside of itself");
            }
            return (int) value;
        }

        Table get(int i) {
            int from = offset(i);
            return table.part(base() + from, offset(i + 1) - from);
        }
    }

    private final Table cff;
    private final Metrics metrics;

    private CompactFont(Table cff, Metrics metrics) {
        this.cff = cff;
        this.metrics = metrics;
    }

    static void check(Table cff, Metrics metrics) {
        new CompactFont(cff, metrics).check();
    }

    private void check() {
        if (cff.u8(0) != 1 || cff.u8(2) < 4) {
            throw cff.damaged("is not of the form that is known");
        }
        Index names = Index.at(cff, cff.u8(2));
        Index tops = Index.at(cff, names.end());
        Index strings = Index.at(cff, tops.end());
        Index global = Index.at(cff, strings.end());
        if (names.count() != 1 || tops.count() != 1) {
            throw cff.damaged("is not of one font");
        }
        Map<Integer, double[]> top = Dictionary.read(tops.get(0));
        if (one(top, KIND, 2) != 2) {
            throw cff.damaged("draws in a form that is not known");
        }
        scale(top);
        Index drawings = Index.at(cff, place(top, CHARSTRINGS));
        if (drawings.count() != metrics.glyphs()) {
            throw cff.damaged(
                    "draws %d of %d letters".formatted(drawings.count(), metrics.glyphs()));
        }
        charset(one(top, CHARSET, 0));
        Charstrings walk = new Charstrings(cff, global);
        if (top.containsKey(ORDERING)) {
            byKey(top, drawings, walk);
        } else {
            Index own = subroutines(top);
            for (int glyph = 0; glyph < drawings.count(); glyph++) {
                walk.walk(drawings.get(glyph), own);
            }
        }
    }

    private void byKey(Map<Integer, double[]> top, Index drawings, Charstrings walk) {
        Index fonts = Index.at(cff, place(top, FONTS));
        if (fonts.count() < 1 || fonts.count() > MOST_DICTIONARIES) {
            throw cff.damaged("is made of no font or of too many");
        }
        Map<Integer, Index> own = new HashMap<>();
        for (int i = 0; i < fonts.count(); i++) {
            own.put(i, subroutines(Dictionary.read(fonts.get(i))));
        }
        int[] selected = selection(place(top, SELECTION), drawings.count());
        for (int glyph = 0; glyph < drawings.count(); glyph++) {
            Index used = own.get(selected[glyph]);
            if (used == null) {
                throw cff.damaged("draws a letter with a font that is not there");
            }
            walk.walk(drawings.get(glyph), used);
        }
    }

    private int[] selection(int at, int glyphs) {
        int[] selected = new int[glyphs];
        int format = cff.u8(at);
        if (format == 0) {
            for (int i = 0; i < glyphs; i++) {
                selected[i] = cff.u8(at + 1 + i);
            }
        } else if (format == 3) {
            int ranges = cff.u16(at + 1);
            int from = cff.u16(at + 3);
            for (int i = 0; i < ranges; i++) {
                int next = cff.u16(at + 6 + 3 * i);
                if (i == 0 && from != 0 || next <= from || next > glyphs) {
                    throw cff.damaged("shares its letters out wrongly");
                }
                java.util.Arrays.fill(selected, from, next, cff.u8(at + 5 + 3 * i));
                from = next;
            }
            if (from != glyphs) {
                throw cff.damaged("shares its letters out wrongly");
            }
        } else {
            throw cff.damaged("is not of the form that is known");
        }
        return selected;
    }

    private Index subroutines(Map<Integer, double[]> dictionary) {
        double[] place = dictionary.get(PRIVATE);
        if (place == null || place.length != 2) {
            throw cff.damaged("has outlines without their own settings");
        }
        int at = whole(place[1]);
        Table settings = cff.part(at, whole(place[0]));
        int offset = one(Dictionary.read(settings), SUBROUTINES, 0);
        return offset == 0 ? new Index(cff, 0, 0, 1, 0) : Index.at(cff, Math.addExact(at, offset));
    }

    private void charset(int at) {
        if (at <= 2) {
            return;
        }
        int format = cff.u8(at);
        int left = metrics.glyphs() - 1;
        if (format == 0) {
            cff.part(at + 1, 2 * left);
            return;
        }
        if (format > 2) {
            throw cff.damaged("is not of the form that is known");
        }
        int from = at + 1;
        while (left > 0) {
            left -= 1 + (format == 1 ? cff.u8(from + 2) : cff.u16(from + 2));
            from += 2 + format;
        }
    }

    /** Its own scale has to be that of {@code head}, so that every program draws it as large. */
    private void scale(Map<Integer, double[]> top) {
        double[] matrix = top.getOrDefault(MATRIX, new double[] {0.001, 0, 0, 0.001, 0, 0});
        double unit = 1.0 / metrics.unitsPerEm();
        boolean same =
                matrix.length == 6
                        && Math.abs(matrix[0] - unit) < unit / 100
                        && Math.abs(matrix[3] - unit) < unit / 100
                        && matrix[1] == 0
                        && matrix[2] == 0
                        && matrix[4] == 0
                        && matrix[5] == 0;
        if (!same) {
            throw cff.damaged("draws in another scale than the font says");
        }
    }

    private int place(Map<Integer, double[]> dictionary, int operator) {
        int place = one(dictionary, operator, 0);
        if (place == 0) {
            throw cff.damaged("has no drawings");
        }
        return place;
    }

    private int one(Map<Integer, double[]> dictionary, int operator, int otherwise) {
        double[] values = dictionary.get(operator);
        if (values == null) {
            return otherwise;
        }
        if (values.length != 1) {
            throw cff.damaged("has a setting without a value");
        }
        return whole(values[0]);
    }

    private int whole(double value) {
        if (value < 0 || value > cff.length() || value != Math.rint(value)) {
            throw cff.damaged("points outside of itself");
        }
        return (int) value;
    }
}
