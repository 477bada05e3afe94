package io.cardloom.designer.proof;

import io.cardloom.designer.ink.PdfInk;
import io.cardloom.designer.ink.ShapedText;
import io.cardloom.designer.ink.Typeface;
import io.cardloom.designer.ink.Typefaces;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.stream.Collectors;

/** Writes and rules on a proof's page, in millimeters from its upper left corner. */
final class ProofPen {

    static final int INK = 0x1b2024;
    static final int QUIET = 0x66707a;
    static final int RULE = 0xc9cfd4;
    static final int ACCENT = 0x0b6b70;
    static final int ALARM = 0xb3261e;

    private static final double MICROMETERS_PER_POINT = 25_400 / 72.0;

    /** How a line of text looks. */
    record Style(String family, int weight, double points, int rgb) {
        static final Style BODY = new Style("plex-sans", 400, 8, INK);
        static final Style STRONG = new Style("plex-sans", 700, 8, INK);
        static final Style LABEL = new Style("plex-sans", 400, 6.5, QUIET);
        static final Style TITLE = new Style("plex-serif", 700, 21, INK);
        static final Style CODE = new Style("plex-mono", 400, 7.5, INK);

        Style color(int other) {
            return new Style(family, weight, points, other);
        }

        Style size(double other) {
            return new Style(family, weight, other, rgb);
        }
    }

    private final PdfInk ink;
    private final Typefaces typefaces;

    ProofPen(PdfInk ink, Typefaces typefaces) {
        this.ink = ink;
        this.typefaces = typefaces;
    }

    /** A line from here; returns how wide it is, millimeters. */
    double text(double x, double baseline, Style style, String words) {
        ShapedText shaped = shape(style, words);
        fill(moved(shaped.outline(), x, baseline), style.rgb());
        return shaped.advance() / 1000;
    }

    /** A line that ends here. */
    void textTo(double right, double baseline, Style style, String words) {
        text(right - shape(style, words).advance() / 1000, baseline, style, words);
    }

    /** A line that is cut with an ellipsis when it is wider than this. */
    void text(double x, double baseline, double width, Style style, String words) {
        String shown = words;
        while (shape(style, shown).advance() / 1000 > width && shown.length() > 1) {
            String less = shown.endsWith("…") ? shown.substring(0, shown.length() - 1) : shown;
            shown = less.substring(0, less.offsetByCodePoints(less.length(), -1)).strip() + "…";
        }
        text(x, baseline, style, shown);
    }

    void fill(Path2D outline, int rgb) {
        ink.fill(outline, rgb, 1000);
    }

    void line(double x1, double y1, double x2, double y2, int rgb, double width) {
        outline(new Line2D.Double(x1, y1, x2, y2), rgb, width);
    }

    /** Rules along a shape whose measures are millimeters. */
    void outline(Shape shape, int rgb, double width) {
        ink.stroke(
                new Path2D.Double(shape, AffineTransform.getScaleInstance(1000, 1000)),
                rgb,
                width * 1000);
    }

    private ShapedText shape(Style style, String words) {
        Typeface typeface = typefaces.typeface(style.family(), style.weight());
        String printable =
                words.codePoints()
                        .mapToObj(c -> typeface.has(c) ? Character.toString(c) : "?")
                        .collect(Collectors.joining());
        return typeface.shape(printable, (int) Math.round(style.points() * MICROMETERS_PER_POINT));
    }

    private static Path2D moved(Path2D outline, double x, double y) {
        return new Path2D.Double(outline, AffineTransform.getTranslateInstance(x * 1000, y * 1000));
    }
}
