package io.cardloom.designer.png;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Turns the unchanged rows of a band into symbols. A cell that may change repeats only its own
 * bytes; one that may not, only bytes of such cells of the same band: what a file changes is never
 * repeated.
 */
final class StillCells {

    private static final int HASHES = 1 << 15;

    /** Takes symbols. */
    interface Symbols {

        /** A cell begins. */
        void cell(int number);

        void literal(int value);

        void match(int length, int distance);
    }

    /** Counts them. */
    record Counting(BlockCode.Counts counts) implements Symbols {
        @Override
        public void cell(int number) {}

        @Override
        public void literal(int value) {
            counts.literal(value);
        }

        @Override
        public void match(int length, int distance) {
            counts.match(length, distance);
        }
    }

    /** Codes them. */
    record Coding(BlockCode code, Bits out, IntConsumer begun) implements Symbols {
        @Override
        public void cell(int number) {
            begun.accept(number);
        }

        @Override
        public void literal(int value) {
            out.room(8);
            code.literal(out, value);
        }

        @Override
        public void match(int length, int distance) {
            out.room(16);
            code.match(out, length, distance);
        }
    }

    private final byte[] bytes;
    private final int[] ends;
    private final Symbols symbols;
    private final int[] latest = new int[HASHES];
    private final int row;

    private StillCells(byte[] bytes, int[] ends, int row, Symbols symbols) {
        this.bytes = bytes;
        this.ends = ends;
        this.row = row;
        this.symbols = symbols;
        Arrays.fill(latest, -1);
    }

    /** All cells of the band, row by row. */
    static void walk(Picture picture, int from, int to, Cells cells, Symbols symbols) {
        int row = picture.rowBytes();
        byte[] bytes = new byte[row * (to - from)];
        int[] ends = new int[bytes.length];
        for (int y = from; y < to; y++) {
            for (int cell = 0; cell < cells.count(); cell++) {
                int start = (y - from) * row + first(cell, cells);
                int end = (y - from) * row + 1 + 3 * cells.starts()[cell + 1];
                for (int i = start; i < end; i++) {
                    bytes[i] = (byte) value(picture, y, i - (y - from) * row);
                    ends[i] = cells.live()[cell] ? 0 : end;
                }
            }
        }
        StillCells walk = new StillCells(bytes, ends, row, symbols);
        for (int y = 0; y < to - from; y++) {
            for (int cell = 0; cell < cells.count(); cell++) {
                symbols.cell(y * cells.count() + cell);
                int start = y * row + first(cell, cells);
                int end = y * row + 1 + 3 * cells.starts()[cell + 1];
                walk.cell(start, end, cells.live()[cell]);
            }
        }
    }

    /** One cell of a changed picture, byte by byte. */
    static void literals(Picture picture, int y, int cell, Cells cells, Symbols symbols) {
        for (int i = first(cell, cells); i < 1 + 3 * cells.starts()[cell + 1]; i++) {
            symbols.literal(value(picture, y, i));
        }
    }

    static void sum(Picture picture, int y, int cell, Cells cells, Sum sum) {
        for (int i = first(cell, cells); i < 1 + 3 * cells.starts()[cell + 1]; i++) {
            sum.add(value(picture, y, i), picture.toTheEnd(y, i));
        }
    }

    private void cell(int start, int end, boolean live) {
        int at = start;
        while (at < end) {
            int length = 0;
            int distance = 0;
            for (int candidate : candidates(at, start, end, live)) {
                int found = candidate < 0 ? 0 : same(candidate, at, end, live ? start : -1);
                if (found > length) {
                    length = found;
                    distance = at - candidate;
                }
            }
            int step = 1;
            if (length >= BlockCode.SHORTEST && (length > 3 || distance < 4096)) {
                symbols.match(length, distance);
                step = length;
            } else {
                symbols.literal(bytes[at] & 255);
            }
            for (int i = at; i < at + step; i++) {
                remember(i, end, live);
            }
            at += step;
        }
    }

    private int[] candidates(int at, int start, int end, boolean live) {
        if (live) {
            return new int[] {at > start ? at - 1 : -1, at - 3 >= start ? at - 3 : -1};
        }
        int hashed = at + 3 < end ? latest[hash(at)] : -1;
        return new int[] {at - 1, at - 3, at - row, hashed};
    }

    /** How many bytes are the same, and may be repeated. */
    private int same(int candidate, int at, int end, int within) {
        if (at - candidate > BlockCode.FARTHEST) {
            return 0;
        }
        int most = Math.min(BlockCode.LONGEST, end - at);
        if (within < 0) {
            most = Math.min(most, ends[candidate] == end ? most : ends[candidate] - candidate);
        }
        int count = 0;
        while (count < most && bytes[candidate + count] == bytes[at + count]) {
            count++;
        }
        return count;
    }

    private void remember(int at, int end, boolean live) {
        if (!live && at + 3 < end) {
            latest[hash(at)] = at;
        }
    }

    private int hash(int at) {
        int word =
                bytes[at] & 255
                        | (bytes[at + 1] & 255) << 8
                        | (bytes[at + 2] & 255) << 16
                        | bytes[at + 3] << 24;
        return word * 0x9e3779b1 >>> 17;
    }

    private static int first(int cell, Cells cells) {
        return cell == 0 ? 0 : 1 + 3 * cells.starts()[cell];
    }

    /** A byte of a filtered row: the filter's number, then differences from the left pixel. */
    private static int value(Picture picture, int y, int byteOfRow) {
        if (byteOfRow == 0) {
            return 1;
        }
        int x = (byteOfRow - 1) / 3;
        int shift = 16 - 8 * ((byteOfRow - 1) % 3);
        int left = x == 0 ? 0 : picture.at(x - 1, y) >> shift;
        return (picture.at(x, y) >> shift) - left & 255;
    }
}
