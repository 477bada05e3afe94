package io.cardloom.designer.png;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture made ready to be written as PNG many times, changed in a few places (ISO/IEC 15948;
 * red, green and blue of 8 bits). Rows that never change are finished chunks; in the others each
 * row is filtered by its left neighbor and coded with one table that was made from the picture, so
 * that only cells that changed are coded again. Holds nothing of any changed picture; may be shared
 * by threads, a {@link PngWriter} not.
 */
public final class PngTemplate {

    /** Two bytes of zlib (RFC 1950): deflate, window of 32 KB, best compression. */
    private static final byte[] ZLIB = {0x78, (byte) 0xda};

    /** What stands between two bands. */
    sealed interface Part {

        /** Bytes that are the same in every file. */
        record Still(byte[] bytes) implements Part {}

        /** Rows of which cells may change. */
        record Live(LiveBand band) implements Part {}
    }

    private final Picture picture;
    private final List<Part> parts;
    private final Sum sum;

    private PngTemplate(Picture picture, List<Part> parts, Sum sum) {
        this.picture = picture;
        this.parts = parts;
        this.sum = sum;
    }

    /**
     * @param pixels 0xrrggbb, row by row, width times height; not to be changed any more
     * @param dpi that the files name
     * @param places where files may differ from these pixels
     * @param sample pixels of a typical file, which the tables are made for
     */
    public static PngTemplate of(
            int[] pixels, int width, int height, double dpi, List<Rectangle> places, int[] sample) {
        Picture picture = new Picture(pixels, width, height);
        boolean[] live = new boolean[height];
        for (Rectangle place : places) {
            int to = Math.min(height, place.y + place.height);
            for (int y = Math.max(0, place.y); y < to; y++) {
                live[y] = true;
            }
        }
        List<Part> parts = new ArrayList<>();
        Sum sum = new Sum();
        parts.add(new Part.Still(Chunk.head(width, height, 8, 2, dpi)));
        byte[] before = ZLIB;
        for (int from = 0; from < height; ) {
            int to = from + 1;
            while (to < height && live[to] == live[from]) {
                to++;
            }
            if (live[from]) {
                if (from == 0) {
                    parts.add(new Part.Still(Chunk.of("IDAT", before)));
                }
                parts.add(new Part.Live(LiveBand.of(picture, from, to, places, sample, sum)));
            } else {
                parts.add(new Part.Still(new StillBand(picture, from, to).chunk(before, sum)));
            }
            before = new byte[0];
            from = to;
        }
        return new PngTemplate(picture, joined(parts), sum);
    }

    /** What writes files of this template, one after the other. For one thread. */
    public PngWriter writer() {
        return new PngWriter(this);
    }

    Picture picture() {
        return picture;
    }

    List<Part> parts() {
        return parts;
    }

    /** Of the unchanged picture. */
    Sum sum() {
        return sum;
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        ByteArrayOutputStream still = new ByteArrayOutputStream();
        for (Part part : parts) {
            switch (part) {
                case Part.Still(byte[] bytes) -> still.writeBytes(bytes);
                case Part.Live live -> {
                    joined.add(new Part.Still(still.toByteArray()));
                    still.reset();
                    joined.add(live);
                }
            }
        }
        joined.add(new Part.Still(still.toByteArray()));
        return List.copyOf(joined);
    }

    /** Where cells of a band begin and which may change; the last entry is the width. */
    static Cells cells(int width, int from, int to, List<Rectangle> places) {
        boolean[] live = new boolean[width];
        for (Rectangle place : places) {
            if (place.y < to && place.y + place.height > from) {
                int end = Math.min(width, place.x + place.width + 1);
                Arrays.fill(live, Math.max(0, place.x), end, true);
            }
        }
        return Cells.of(live);
    }
}
