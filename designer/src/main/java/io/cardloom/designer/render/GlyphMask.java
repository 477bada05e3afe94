package io.cardloom.designer.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How much of each pixel a glyph covers.
 *
 * @param coverage 0 to 255, row by row
 * @param left of the first column, from the pixel that holds the glyph's origin
 * @param top of the first row, from that pixel
 */
record GlyphMask(byte[] coverage, int left, int top, int width, int height) {

    private static final GlyphMask NOTHING = new GlyphMask(new byte[0], 0, 0, 0, 0);

    /** The mask of an outline that this transform carries to pixels. */
    static GlyphMask of(Shape outline, AffineTransform toPixels) {
        Shape pixels = toPixels.createTransformedShape(outline);
        Rectangle bounds = pixels.getBounds();
        if (bounds.isEmpty()) {
            return NOTHING;
        }
        bounds.grow(1, 1);
        BufferedImage image =
                new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(-bounds.x, -bounds.y);
        g.setColor(Color.WHITE);
        g.fill(pixels);
        g.dispose();
        byte[] coverage = new byte[bounds.width * bounds.height];
        int[] argb = image.getRGB(0, 0, bounds.width, bounds.height, null, 0, bounds.width);
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = (byte) (argb[i] >>> 24);
        }
        return new GlyphMask(coverage, bounds.x, bounds.y, bounds.width, bounds.height);
    }
}
