package io.cardloom.designer.asset.decoder;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Draws every glyph of a font and shapes every sign of it, as designs will. */
final class FontProbe {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int EM = 1_000;
    private static final int FARTHEST = 100 * EM;
    private static final int LINE = 60;

    private FontProbe() {}

    /**
     * @throws IOException when something of it cannot be drawn
     */
    static void draw(byte[] file) throws IOException {
        try {
            Font font =
                    Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                            .deriveFont((float) EM)
                            .deriveFont(
                                    Map.of(
                                            TextAttribute.KERNING, TextAttribute.KERNING_ON,
                                            TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
            int glyphs = font.getNumGlyphs();
            for (int glyph = 0; glyph < glyphs; glyph++) {
                outline(font.createGlyphVector(EXACT, new int[] {glyph}));
            }
            shape(font);
        } catch (FontFormatException e) {
            throw new IOException("no font", e);
        }
    }

    private static void shape(Font font) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int code = ' '; code <= Character.MAX_CODE_POINT; code++) {
            if (Character.isDefined(code) && font.canDisplay(code)) {
                line.appendCodePoint(code).append("AVo");
            }
            if (line.length() >= LINE || code == Character.MAX_CODE_POINT && !line.isEmpty()) {
                GlyphVector shaped =
                        font.layoutGlyphVector(
                                EXACT,
                                line.toString().toCharArray(),
                                0,
                                line.length(),
                                Font.LAYOUT_LEFT_TO_RIGHT);
                bounded(shaped.getLogicalBounds());
                line.setLength(0);
            }
        }
    }

    private static void outline(GlyphVector glyph) throws IOException {
        Shape outline = glyph.getGlyphOutline(0);
        bounded(outline.getBounds2D());
    }

    private static void bounded(Rectangle2D bounds) throws IOException {
        boolean near =
                Math.abs(bounds.getX()) < FARTHEST
                        && Math.abs(bounds.getY()) < FARTHEST
                        && bounds.getWidth() < 2.0 * FARTHEST
                        && bounds.getHeight() < 2.0 * FARTHEST;
        if (!near) {
            throw new IOException("drawn far away");
        }
    }
}
