package io.cardloom.designer.png;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;

/** Rows of which cells may change, with the unchanged cells coded beforehand. */
final class LiveBand {

    private static final int SUB = 1;

    private final Picture picture;
    private final int from;
    private final int to;
    private final Cells cells;
    private final BlockCode code;
    private final CellCoder coder;
    private final Bits still;
    private final int[] at;
    private final Sum[] sums;

    private LiveBand(Picture picture, int from, int to, Cells cells, BlockCode code) {
        this.picture = picture;
        this.from = from;
        this.to = to;
        this.cells = cells;
        this.code = code;
        this.coder = new CellCoder(code);
        this.still = new Bits(picture.rowBytes() * (to - from) / 2);
        this.at = new int[cells.count() * (to - from) + 1];
        this.sums = new Sum[at.length - 1];
    }

    /** The band of these rows; adds its unchanged rows to the sum. */
    static LiveBand of(
            Picture picture, int from, int to, List<Rectangle> places, int[] sample, Sum sum) {
        Cells cells = PngTemplate.cells(picture.width(), from, to, places);
        BlockCode.Counts counts = new BlockCode.Counts();
        StillCells.walk(picture, from, to, cells, new StillCells.Counting(counts));
        Picture typical = new Picture(sample, picture.width(), picture.height());
        for (int y = from; y < to; y++) {
            for (int cell = 0; cell < cells.count(); cell++) {
                if (cells.live()[cell] && differs(picture, sample, y, cell, cells)) {
                    StillCells.literals(typical, y, cell, cells, new StillCells.Counting(counts));
                }
            }
        }
        LiveBand band = new LiveBand(picture, from, to, cells, counts.code());
        band.fill(sum);
        return band;
    }

    private void fill(Sum sum) {
        StillCells.walk(
                picture,
                from,
                to,
                cells,
                new StillCells.Coding(code, still, number -> at[number] = still.size()));
        at[at.length - 1] = still.size();
        still.sealed();
        for (int y = from; y < to; y++) {
            for (int cell = 0; cell < cells.count(); cell++) {
                Sum part = new Sum();
                StillCells.sum(picture, y, cell, cells, part);
                sums[number(y, cell)] = part;
                sum.add(part);
            }
        }
    }

    /**
     * Puts the band's block.
     *
     * @param pixels of the file
     * @param changed outside of which nothing changed
     * @param difference what is to be added to the unchanged picture's sum
     */
    void write(Bits out, int[] pixels, List<Rectangle> changed, Sum difference) {
        code.begin(out);
        int done = 0;
        for (int y = from; y < to; y++) {
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (Rectangle place : changed) {
                if (place.y <= y && y < place.y + place.height && place.width > 0) {
                    first = Math.min(first, Math.max(0, place.x));
                    last = Math.max(last, place.x + place.width);
                }
            }
            if (last < 0) {
                continue;
            }
            int lastCell = cells.of()[Math.min(last, picture.width() - 1)];
            for (int cell = cells.of()[first]; cell <= lastCell; cell++) {
                if (cells.live()[cell] && differs(picture, pixels, y, cell, cells)) {
                    int number = number(y, cell);
                    out.put(still, at[done], at[number]);
                    again(out, pixels, y, cell, difference);
                    done = number + 1;
                }
            }
        }
        out.put(still, at[done], at[at.length - 1]);
        code.end(out);
    }

    private void again(Bits out, int[] pixels, int y, int cell, Sum difference) {
        int start = cells.starts()[cell];
        int end = cells.starts()[cell + 1];
        if (start == 0) {
            out.room(8);
            code.literal(out, SUB);
        }
        Sum before = sums[number(y, cell)];
        difference.bytes -= before.bytes;
        difference.weighted -= before.weighted;
        if (start == 0) {
            difference.add(SUB, picture.toTheEnd(y, 0));
        }
        int row = y * picture.width();
        coder.put(
                out,
                pixels,
                row + start,
                row + end,
                start == 0,
                picture.toTheEnd(y, 1 + 3 * start),
                difference);
    }

    private int number(int y, int cell) {
        return (y - from) * cells.count() + cell;
    }

    /** Whether a cell is coded differently: its pixels, or the one to its left, are others. */
    private static boolean differs(Picture picture, int[] pixels, int y, int cell, Cells cells) {
        int row = y * picture.width();
        int start = row + Math.max(0, cells.starts()[cell] - 1);
        int end = row + cells.starts()[cell + 1];
        return Arrays.mismatch(picture.pixels(), start, end, pixels, start, end) >= 0;
    }
}
