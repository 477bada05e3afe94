package io.cardloom.designer.ink;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * A shaped line, its first glyph's origin at (0, 0) and y downwards: which glyphs stand where. The
 * outline is made of them when it is asked for.
 */
public final class ShapedText {

    private final Typeface typeface;
    private final int[] glyphs;
    private final float[] places;
    private final double scale;
    private final double advance;
    private final int size;

    /**
     * @param places x and y of each glyph, then of the end, in the font's units
     * @param scale micrometers a unit
     */
    ShapedText(Typeface typeface, int[] glyphs, float[] places, double scale, int size) {
        this.typeface = typeface;
        this.glyphs = glyphs;
        this.places = places;
        this.scale = scale;
        this.advance = places[places.length - 2] * scale;
        this.size = size;
    }

    /** What it is shaped with. */
    public Typeface typeface() {
        return typeface;
    }

    /** How many glyphs there are. */
    public int count() {
        return glyphs.length;
    }

    /** The number of a glyph in its font. */
    public int glyph(int index) {
        return glyphs[index];
    }

    /** Where a glyph's origin lies, micrometers. */
    public double x(int index) {
        return places[2 * index] * scale;
    }

    /** How far a glyph's origin lies below the baseline, micrometers. */
    public double y(int index) {
        return places[2 * index + 1] * scale;
    }

    /** Where the next glyph would begin, micrometers. */
    public double advance() {
        return advance;
    }

    /** Of the em, micrometers. */
    public int size() {
        return size;
    }

    /** Every glyph's outline in its place, micrometers; the caller's own. */
    public Path2D.Double outline() {
        Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < glyphs.length; i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(x(i), y(i));
            place.scale(scale, scale);
            outline.append(typeface.outline(glyphs[i]).getPathIterator(place), false);
        }
        return outline;
    }

    /**
     * Every glyph's outline on an arc whose highest or lowest point is the middle of the straight
     * line; each is turned, none is bent.
     *
     * @param arc the angle the line is spread over, thousandths of a degree; not 0
     */
    public Path2D.Double outline(int arc) {
        Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double radius = advance / Math.toRadians(arc / 1000.0);
        for (int i = 0; i < glyphs.length; i++) {
            double right = i + 1 < glyphs.length ? x(i + 1) : advance;
            double middle = (x(i) + right) / 2;
            double angle = (middle - advance / 2) / radius;
            AffineTransform place =
                    AffineTransform.getTranslateInstance(
                            advance / 2 + radius * Math.sin(angle),
                            radius - radius * Math.cos(angle));
            place.rotate(angle);
            place.translate(x(i) - middle, y(i));
            place.scale(scale, scale);
            outline.append(typeface.outline(glyphs[i]).getPathIterator(place), false);
        }
        return outline;
    }
}
