package io.cardloom.designer.font.sfnt;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The tables {@code glyf} and {@code loca}: each glyph is walked to its end and written anew
 * without its instructions.
 */
final class Outlines {

    private static final int MOST_POINTS = 30_000;
    private static final int MOST_PARTS = 256;
    private static final int DEEPEST = 8;

    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private static final int PART_WORDS = 1;
    private static final int PART_SCALE = 8;
    private static final int PART_MORE = 0x20;
    private static final int PART_TWO_SCALES = 0x40;
    private static final int PART_MATRIX = 0x80;
    private static final int PART_INSTRUCTED = 0x100;

    private final Table loca;
    private final Table glyf;
    private final Metrics metrics;
    private final int glyphs;
    private final int[] points;
    private final int[] contours;
    private final int[][] parts;
    private final int[] depths;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteBuffer offsets;
    private int mostSimplePoints;
    private int mostSimpleContours;

    Outlines(Directory directory, Metrics metrics) {
        this.loca = directory.require("loca");
        this.glyf = directory.require("glyf");
        this.metrics = metrics;
        this.glyphs = metrics.glyphs();
        this.points = new int[glyphs];
        this.contours = new int[glyphs];
        this.parts = new int[glyphs][];
        this.depths = new int[glyphs];
        this.offsets = ByteBuffer.allocate(4 * (glyphs + 1));
        metrics.requireTrueTypeMaxp();
        boolean wide = metrics.wideOffsets();
        loca.require((wide ? 4 : 2) * (glyphs + 1));
        for (int glyph = 0; glyph < glyphs; glyph++) {
            offsets.putInt(out.size());
            walk(glyph, offset(glyph, wide), offset(glyph + 1, wide));
        }
        offsets.putInt(out.size());
        for (int glyph = 0; glyph < glyphs; glyph++) {
            compose(glyph, 0);
        }
    }

    private int offset(int glyph, boolean wide) {
        return wide ? loca.offset(4 * glyph) : 2 * loca.u16(2 * glyph);
    }

    private void walk(int glyph, int from, int to) {
        if (to < from) {
            throw loca.damaged("runs backwards");
        }
        parts[glyph] = new int[0];
        if (to == from) {
            return;
        }
        Table outline = glyf.part(from, to - from);
        int count = outline.s16(0);
        if (count < -1) {
            throw glyf.damaged("has an outline of no known kind");
        }
        write(outline, 0, 10);
        if (count >= 0) {
            simple(glyph, outline, count);
        } else {
            composite(glyph, outline);
        }
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }

    private void simple(int glyph, Table outline, int count) {
        int last = -1;
        for (int i = 0; i < count; i++) {
            int end = outline.u16(10 + 2 * i);
            if (end < last) {
                throw glyf.damaged("has a contour that ends before it begins");
            }
            last = end;
        }
        int number = last + 1;
        if (number > MOST_POINTS) {
            throw tooMany();
        }
        points[glyph] = number;
        contours[glyph] = count;
        mostSimplePoints = Math.max(mostSimplePoints, number);
        mostSimpleContours = Math.max(mostSimpleContours, count);
        write(outline, 10, 2 * count);
        int at = 10 + 2 * count;
        if (count == 0) {
            return;
        }
        int instructions = outline.u16(at);
        out.write(0);
        out.write(0);
        at += 2 + outline.part(at + 2, instructions).length();
        write(outline, at, coordinates(outline, at, number) - at);
    }

    /** Where a simple outline ends; its coordinates are those of 16 bits. */
    private int coordinates(Table outline, int from, int number) {
        byte[] flags = new byte[number];
        int at = from;
        for (int i = 0; i < number; ) {
            int flag = outline.u8(at++);
            int times = 1 + ((flag & REPEAT) != 0 ? outline.u8(at++) : 0);
            if (times > number - i) {
                throw glyf.damaged("repeats points that are not there");
            }
            for (int end = i + times; i < end; i++) {
                flags[i] = (byte) flag;
            }
        }
        at = axis(outline, at, flags, SHORT_X, SAME_X);
        return axis(outline, at, flags, SHORT_Y, SAME_Y);
    }

    private int axis(Table outline, int from, byte[] flags, int isShort, int same) {
        int at = from;
        int value = 0;
        for (byte flag : flags) {
            if ((flag & isShort) != 0) {
                int step = outline.u8(at++);
                value += (flag & same) != 0 ? step : -step;
            } else if ((flag & same) == 0) {
                value += outline.s16(at);
                at += 2;
            }
            if (value != (short) value) {
                throw glyf.damaged("has a point outside of the drawing");
            }
        }
        return at;
    }

    private void composite(int glyph, Table outline) {
        int[] found = new int[MOST_PARTS];
        int count = 0;
        int at = 10;
        int flags = PART_MORE;
        while ((flags & PART_MORE) != 0) {
            flags = outline.u16(at);
            int part = outline.u16(at + 2);
            if (part >= glyphs || count == MOST_PARTS) {
                throw glyf.damaged("composes a letter of parts that are not there");
            }
            found[count++] = part;
            int kept = flags & ~PART_INSTRUCTED;
            out.write(kept >> 8);
            out.write(kept);
            int length = 2 + ((flags & PART_WORDS) != 0 ? 4 : 2) + transform(flags);
            write(outline, at + 2, length);
            at += 2 + length;
        }
        parts[glyph] = Arrays.copyOf(found, count);
    }

    private static int transform(int flags) {
        if ((flags & PART_SCALE) != 0) {
            return 2;
        }
        if ((flags & PART_TWO_SCALES) != 0) {
            return 4;
        }
        return (flags & PART_MATRIX) != 0 ? 8 : 0;
    }

    /** Counts what a glyph is made of; nothing is made of itself. */
    private int compose(int glyph, int level) {
        if (level > DEEPEST) {
            throw glyf.damaged("composes a letter of itself, or too deeply");
        }
        if (parts[glyph].length == 0 || depths[glyph] > 0) {
            return depths[glyph];
        }
        int deepest = 0;
        long allPoints = 0;
        long allContours = 0;
        for (int part : parts[glyph]) {
            deepest = Math.max(deepest, compose(part, level + 1));
            allPoints += points[part];
            allContours += contours[part];
        }
        if (deepest >= DEEPEST) {
            throw glyf.damaged("composes a letter of itself, or too deeply");
        }
        if (allPoints > MOST_POINTS) {
            throw tooMany();
        }
        points[glyph] = (int) allPoints;
        contours[glyph] = (int) allContours;
        depths[glyph] = deepest + 1;
        return depths[glyph];
    }

    private Refusal tooMany() {
        return glyf.damaged("has a letter of more than %,d points".formatted(MOST_POINTS));
    }

    private void write(Table outline, int from, int length) {
        byte[] bytes = outline.part(from, length).bytes();
        out.write(bytes, 0, bytes.length);
    }

    byte[] remadeGlyf() {
        return out.toByteArray();
    }

    byte[] remadeLoca() {
        return offsets.array();
    }

    /** {@code maxp} with what was counted, and no instructions. */
    byte[] remadeMaxp() {
        int mostPoints = 0;
        int mostContours = 0;
        int mostParts = 0;
        int deepest = 0;
        for (int glyph = 0; glyph < glyphs; glyph++) {
            if (parts[glyph].length > 0) {
                mostPoints = Math.max(mostPoints, points[glyph]);
                mostContours = Math.max(mostContours, contours[glyph]);
                mostParts = Math.max(mostParts, parts[glyph].length);
                deepest = Math.max(deepest, depths[glyph]);
            }
        }
        ByteBuffer maxp = ByteBuffer.allocate(32).putInt(0x10000);
        maxp.putShort((short) metrics.glyphs());
        maxp.putShort((short) mostSimplePoints).putShort((short) mostSimpleContours);
        maxp.putShort((short) mostPoints).putShort((short) mostContours).putShort((short) 1);
        maxp.putShort(28, (short) mostParts).putShort(30, (short) deepest);
        return maxp.array();
    }
}
