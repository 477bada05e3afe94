package io.cardloom.designer.font.sfnt;

import java.nio.ByteBuffer;

/** The tables {@code head}, {@code hhea}, {@code maxp} and {@code hmtx}. */
final class Metrics {

    private static final int INSTRUCTED = 0b1_1100;

    private final Table head;
    private final Table hhea;
    private final Table hmtx;
    private final Table maxp;
    private final int glyphs;
    private final int unitsPerEm;

    Metrics(Directory directory) {
        this.head = directory.require("head");
        this.hhea = directory.require("hhea");
        this.hmtx = directory.require("hmtx");
        this.maxp = directory.require("maxp");
        head.require(54);
        if (head.u16(0) != 1 || head.u32(12) != 0x5F0F3CF5L || head.s16(52) != 0) {
            throw head.damaged("is not of the form that is known");
        }
        this.unitsPerEm = head.u16(18);
        if (unitsPerEm < 16 || unitsPerEm > 16_384) {
            throw head.damaged("divides the em into %d units".formatted(unitsPerEm));
        }
        maxp.require(6);
        this.glyphs = maxp.u16(4);
        if (glyphs < 2) {
            throw maxp.damaged("counts no letters");
        }
        lines();
    }

    private void lines() {
        hhea.require(36);
        int up = hhea.s16(4);
        int down = hhea.s16(6);
        if (hhea.u16(0) != 1 || up < 1 || down > 0 || up - down > 5 * unitsPerEm) {
            throw hhea.damaged("gives lines of an impossible height");
        }
        int measured = hhea.u16(34);
        if (measured < 1 || measured > glyphs) {
            throw hhea.damaged("measures %d of %d letters".formatted(measured, glyphs));
        }
        hmtx.require(4 * measured + 2 * (glyphs - measured));
    }

    int glyphs() {
        return glyphs;
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** Whether {@code loca} counts in bytes of 32 bits. */
    boolean wideOffsets() {
        int format = head.u16(50);
        if (format > 1) {
            throw head.damaged("is not of the form that is known");
        }
        return format == 1;
    }

    /** {@code head} without a sum, for outlines without instructions and wide offsets. */
    byte[] remadeHead() {
        byte[] bytes = head.part(0, 54).bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putInt(8, 0);
        buffer.putShort(16, (short) (head.u16(16) & ~INSTRUCTED));
        buffer.putShort(50, (short) 1);
        return bytes;
    }

    byte[] remadeHhea() {
        return hhea.part(0, 36).bytes();
    }

    byte[] remadeHmtx() {
        int measured = hhea.u16(34);
        return hmtx.part(0, 4 * measured + 2 * (glyphs - measured)).bytes();
    }

    /** For outlines that the other makes of lines and cubic curves. */
    byte[] compactMaxp() {
        return ByteBuffer.allocate(6).putInt(0x5000).putShort((short) glyphs).array();
    }

    void requireTrueTypeMaxp() {
        if (maxp.u32(0) != 0x10000) {
            throw maxp.damaged("is not of the form that is known");
        }
        maxp.require(32);
    }

    void requireCompactMaxp() {
        if (maxp.u32(0) != 0x5000 && maxp.u32(0) != 0x10000) {
            throw maxp.damaged("is not of the form that is known");
        }
    }
}
