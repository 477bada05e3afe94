package io.cardloom.designer.ink;

import io.cardloom.tenancy.refusal.Refusal;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font that shapes text with the JDK's HarfBuzz, kerning and standard ligatures on, at the font's
 * own units and without hints, so that a line has the same proportions at every size.
 */
public final class Typeface {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Any value of the attribute but {@link TextAttribute#LIGATURES_ON}. */
    private static final Integer NO_LIGATURES = 0;

    private final String label;
    private final String digest;
    private final byte[] file;
    private final Font font;

    /** The same without ligatures: letters that are spaced stay apart. */
    private final Font spaced;

    private final int unitsPerEm;
    private final int ascent;
    private final int descent;
    private final Map<Integer, Shape> outlines = new ConcurrentHashMap<>();

    private final boolean embeds;

    private Typeface(
            String label,
            byte[] file,
            Font font,
            int unitsPerEm,
            int up,
            int down,
            boolean embeds) {
        this.label = label;
        this.digest = HexFormat.of().formatHex(Sha256.of(file));
        this.file = file;
        this.font = font;
        this.spaced = font.deriveFont(Map.of(TextAttribute.LIGATURES, NO_LIGATURES));
        this.unitsPerEm = unitsPerEm;
        this.embeds = embeds;
        this.ascent = Math.round(1000f * up / unitsPerEm);
        this.descent = Math.round(-1000f * down / unitsPerEm);
    }

    /**
     * A font that ships with Cardloom or was checked when it was admitted.
     *
     * @param embeds whether a PDF may carry a part of the file; otherwise its letters are drawn
     *     there as outlines
     * @throws IllegalStateException when the file is no font
     */
    public static Typeface read(String label, byte[] file, boolean embeds) {
        int head = table(file, "head");
        int hhea = table(file, "hhea");
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int unitsPerEm = bytes.getShort(head + 18);
        try {
            Font font =
                    Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                            .deriveFont((float) unitsPerEm)
                            .deriveFont(
                                    Map.of(
                                            TextAttribute.KERNING, TextAttribute.KERNING_ON,
                                            TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
            return new Typeface(
                    label,
                    file,
                    font,
                    unitsPerEm,
                    bytes.getShort(hhea + 4),
                    bytes.getShort(hhea + 6),
                    embeds);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("the font file of " + label + " cannot be read", e);
        }
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** SHA-256 of the file, 64 lower-case hexadecimal characters. */
    public String digest() {
        return digest;
    }

    /** From the baseline up, thousandths of the em ({@code hhea} table). */
    public int ascent() {
        return ascent;
    }

    /** From the baseline down, thousandths of the em, positive. */
    public int descent() {
        return descent;
    }

    /** Whether a PDF may carry a part of the file; otherwise its letters are outlines there. */
    public boolean embeds() {
        return embeds;
    }

    /** How long the font file is. */
    public int bytes() {
        return file.length;
    }

    /** The font file, a copy. */
    public byte[] file() {
        return file.clone();
    }

    /** Shapes one line, as {@link #shape(String, int, int)} without tracking. */
    public ShapedText shape(String text, int size) {
        return shape(text, size, 0);
    }

    /**
     * Shapes one line, from left to right.
     *
     * @param text in any Unicode form; it is composed (NFC) first
     * @param size of the em, micrometers
     * @param tracking room added between letters, thousandths of the em; where it is not 0, no two
     *     letters are drawn as one ligature
     * @throws Refusal {@code GLYPH_MISSING}, naming the code point; another font or another letter
     *     helps
     */
    public ShapedText shape(String text, int size, int tracking) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        requireGlyphs(composed);
        double scale = (double) size / unitsPerEm;
        if (composed.isBlank()) {
            return new ShapedText(this, new int[0], new float[2], scale, size);
        }
        char[] letters = composed.toCharArray();
        try {
            GlyphVector line =
                    (tracking == 0 ? font : spaced)
                            .layoutGlyphVector(
                                    EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
            int count = line.getNumGlyphs();
            float[] places = line.getGlyphPositions(0, count + 1, null);
            if (tracking != 0) {
                space(places, tracking * unitsPerEm / 1000f);
            }
            return new ShapedText(this, line.getGlyphCodes(0, count, null), places, scale, size);
        } finally {
            // The JDK keeps hold of the last text that was shaped; it may be a cardholder's.
            Arrays.fill(letters, ' ');
        }
    }

    /** Moves each glyph by the gaps before it; there is none after the last, nor below a mark. */
    private static void space(float[] places, float gap) {
        float moved = 0;
        for (int i = 0; i + 3 < places.length; i += 2) {
            boolean advances = places[i + 2] > places[i];
            places[i] += moved;
            moved += advances && i + 4 < places.length ? gap : 0;
        }
        places[places.length - 2] += moved;
    }

    /** A glyph's outline in the font's units, y downwards; not to be changed. */
    public Shape outline(int glyph) {
        return outlines.computeIfAbsent(
                glyph,
                number -> font.createGlyphVector(EXACT, new int[] {number}).getGlyphOutline(0));
    }

    /** A glyph's advance, thousandths of the em. */
    public double width(int glyph) {
        return font.createGlyphVector(EXACT, new int[] {glyph}).getGlyphMetrics(0).getAdvanceX()
                * 1000.0
                / unitsPerEm;
    }

    /** The font's units in an em. */
    public int unitsPerEm() {
        return unitsPerEm;
    }

    /** Whether the font has a sign for this code point. */
    public boolean has(int codePoint) {
        return !Character.isISOControl(codePoint) && font.canDisplay(codePoint);
    }

    /** Refuses what the font cannot draw, so that no substitute box is ever printed. */
    public void requireGlyphs(String text) {
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !has(c))
                .findFirst()
                .ifPresent(
                        c -> {
                            throw Refusal.invalid(
                                    "GLYPH_MISSING",
                                    "The font %s has no sign for U+%04X (%s). Choose another font or another letter."
                                            .formatted(label, c, name(c)));
                        });
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return name == null ? "unassigned" : name.toLowerCase(java.util.Locale.ROOT);
    }

    private static int table(byte[] file, String tag) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int tables = bytes.getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = 12 + 16 * i;
            if (new String(file, at, 4, StandardCharsets.US_ASCII).equals(tag)) {
                return bytes.getInt(at + 8);
            }
        }
        throw new IllegalStateException("a font file has no " + tag + " table");
    }
}
