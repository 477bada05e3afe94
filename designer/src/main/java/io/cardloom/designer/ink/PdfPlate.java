package io.cardloom.designer.ink;

import io.cardloom.designer.separation.Tones;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Closeable;
import java.io.IOException;

/**
 * One ink of a content stream beside its colors, in the coordinates that {@link PdfInk#from} set.
 * It prints over what lies below (ISO 32000-1, 8.6.7), so that it takes none of it away.
 */
public final class PdfPlate implements Closeable {

    private final String name;
    private final PdfFile file;
    private final PdfResources resources;
    private final StringBuilder content;

    PdfPlate(String name, PdfFile file, PdfResources resources, StringBuilder content)
            throws IOException {
        this.name = name;
        this.file = file;
        this.resources = resources;
        this.content = content;
        resources.space(name, file.ink(name));
        content.append("q /").append(resources.overprint()).append(" gs /").append(name);
        content.append(" cs /").append(name).append(" CS\n");
    }

    /**
     * Fills an outline.
     *
     * @param tone 0 for none to 1
     */
    public void fill(Path2D outline, double tone) {
        if (outline.getCurrentPoint() != null && tone > 0) {
            content.append(PdfNumber.of(tone)).append(" scn\n");
            PdfPath.append(content, outline);
            content.append("f\n");
        }
    }

    /**
     * Sets a line of text.
     *
     * @param turn carries the line from where it was set upright to where it is drawn
     */
    public void text(Planner.SetLine line, AffineTransform turn, double tone) {
        content.append(PdfNumber.of(tone)).append(" scn\n");
        PdfText.show(content, file, resources, line, turn);
    }

    /** Draws a line of this width, micrometers, along an outline. */
    public void stroke(Path2D outline, double width) {
        content.append("1 SCN ").append(PdfNumber.of(width)).append(" w\n");
        PdfPath.append(content, outline);
        content.append("S\n");
    }

    /** Fills a box, micrometers, with tones. */
    public void tones(Tones tones, Rectangle2D place) throws IOException {
        int image = new PdfPictures(file, resources).tones(tones, file.ink(name));
        String called = "I" + image;
        resources.xobject(called, image);
        content.append("q ").append(PdfNumber.of(place.getWidth())).append(" 0 0 ");
        content.append(PdfNumber.of(-place.getHeight())).append(' ');
        content.append(PdfNumber.of(place.getMinX())).append(' ');
        content.append(PdfNumber.of(place.getMaxY())).append(" cm /").append(called);
        content.append(" Do Q\n");
    }

    /** Back to colors. */
    @Override
    public void close() {
        content.append("Q\n");
    }
}
