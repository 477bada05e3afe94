package io.cardloom.designer.ink;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Draws a plan's steps as PDF operators (ISO 32000-1, 8), with the outlines and pictures that the
 * pixels are made of. One is for one content stream.
 */
public final class PdfInk {

    private static final double POINTS_PER_MICROMETER = 72.0 / 25_400;
    private static final String SCALE = String.format(Locale.ROOT, "%.12f", POINTS_PER_MICROMETER);

    private final PdfFile file;
    private final PdfResources resources;
    private final Pictures pictures;
    private final StringBuilder content = new StringBuilder();
    private boolean open;

    public PdfInk(PdfFile file, PdfResources resources, Pictures pictures) {
        this.file = file;
        this.resources = resources;
        this.pictures = pictures;
    }

    /** Points of a length. */
    public static double points(double micrometers) {
        return micrometers * POINTS_PER_MICROMETER;
    }

    /**
     * From here on, coordinates are micrometers, y down, from this point of the page.
     *
     * @param left of the origin, points from the left of the page
     * @param bottom of the origin, points from the lower edge of the page
     */
    public PdfInk from(double left, double bottom) {
        end();
        content.append("q ");
        content.append(SCALE).append(" 0 0 -").append(SCALE).append(' ');
        content.append(PdfNumber.of(left)).append(' ').append(PdfNumber.of(bottom)).append(" cm\n");
        open = true;
        return this;
    }

    /** Everything after this is drawn only inside the outline, until {@link #from} is called. */
    public PdfInk clip(Path2D outline) {
        path(outline);
        content.append("W n\n");
        return this;
    }

    /** Draws the steps in their order. */
    public PdfInk draw(Iterable<? extends Drawing> drawings) throws IOException {
        for (Drawing drawing : drawings) {
            draw(drawing);
        }
        return this;
    }

    private void draw(Drawing drawing) throws IOException {
        switch (drawing) {
            case Drawing.Fill fill when fill.coats().isEmpty() || fill.opacity() == 1000 ->
                    coats(fill, fill.opacity());
            case Drawing.Fill fill -> together(fill);
            case Drawing.Picture picture -> {
                RasterFile raster = pictures.find(picture.asset()).orElse(null);
                if (raster != null) {
                    new PdfPictures(file, resources).place(picture, raster, content);
                }
            }
        }
    }

    private void coats(Drawing.Fill fill, int opacity) throws IOException {
        if (fill.paint() instanceof Paint.Solid(int rgb)) {
            fill(fill.outline(), rgb, opacity);
        } else if (fill.outline().getCurrentPoint() != null) {
            shade(fill.outline(), fill.paint(), opacity);
        }
        for (Drawing.Coat coat : fill.coats()) {
            fill(coat.outline(), coat.rgb(), opacity);
        }
    }

    /** A transparency group (ISO 32000-1, 11.6.6): its parts are opaque to each other. */
    private void together(Drawing.Fill fill) throws IOException {
        Rectangle2D box = fill.bounds();
        PdfResources within = new PdfResources();
        PdfInk parts = new PdfInk(file, within, pictures);
        parts.coats(fill, 1000);
        int named = file.reserve();
        file.resources(named, within);
        int form = file.reserve();
        file.stream(
                form,
                "/Type/XObject/Subtype/Form/Group<</S/Transparency>>/BBox["
                        + PdfNumber.of(box.getMinX() - 1)
                        + ' '
                        + PdfNumber.of(box.getMinY() - 1)
                        + ' '
                        + PdfNumber.of(box.getMaxX() + 1)
                        + ' '
                        + PdfNumber.of(box.getMaxY() + 1)
                        + "]/Resources "
                        + named
                        + " 0 R",
                parts.bytes());
        String name = "G" + form;
        resources.xobject(name, form);
        content.append("q /").append(resources.opacity(fill.opacity())).append(" gs /");
        content.append(name).append(" Do Q\n");
    }

    /** A gradient (ISO 32000-1, 8.7.4.5) inside an outline. */
    private void shade(Path2D outline, Paint paint, int opacity) throws IOException {
        int number = file.reserve();
        double[] m = new double[6];
        switch (paint) {
            case Paint.Linear(int from, int to, AffineTransform axis) -> {
                file.object(number, shading("2/Coords[0 0 1 0]", from, to));
                axis.getMatrix(m);
            }
            case Paint.Radial(int from, int to, AffineTransform disc) -> {
                file.object(number, shading("3/Coords[0 0 0 0 0 1]", from, to));
                disc.getMatrix(m);
            }
            case Paint.Solid solid -> throw new IllegalArgumentException("one color has no shades");
        }
        String name = "S" + number;
        resources.shading(name, number);
        content.append("q ");
        if (opacity < 1000) {
            content.append('/').append(resources.opacity(opacity)).append(" gs ");
        }
        path(outline);
        content.append("W n ");
        for (double value : m) {
            content.append(PdfNumber.of(value)).append(' ');
        }
        content.append("cm /").append(name).append(" sh Q\n");
    }

    private static String shading(String kind, int from, int to) {
        return "<</ColorSpace/DeviceRGB/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N"
                + " 1/C0["
                + PdfNumber.color(from)
                + "]/C1["
                + PdfNumber.color(to)
                + "]>>/ShadingType "
                + kind
                + ">>";
    }

    /** Fills an outline. */
    public PdfInk fill(Path2D outline, int rgb, int opacity) {
        if (outline.getCurrentPoint() == null) {
            return this;
        }
        begin(opacity);
        content.append(PdfNumber.color(rgb)).append(" rg\n");
        path(outline);
        content.append(opacity < 1000 ? "f Q\n" : "f\n");
        return this;
    }

    /**
     * Sets a line of text.
     *
     * @param turn carries the line from where it was set upright to where it is drawn
     */
    public PdfInk text(Planner.SetLine line, AffineTransform turn, int rgb, int opacity) {
        begin(opacity);
        content.append(PdfNumber.color(rgb)).append(" rg\n");
        PdfText.show(content, file, resources, line, turn);
        content.append(opacity < 1000 ? "Q\n" : "");
        return this;
    }

    /**
     * From here on the plate's ink is laid over whatever lies below; call {@link PdfPlate#close}
     * before anything else is drawn.
     *
     * @param name of an ink, of letters, such as {@code White}
     */
    public PdfPlate plate(String name) throws IOException {
        return new PdfPlate(name, file, resources, content);
    }

    /** Strokes an outline with a line of this width, micrometers. */
    public PdfInk stroke(Path2D outline, int rgb, double width) {
        content.append(PdfNumber.color(rgb))
                .append(" RG ")
                .append(PdfNumber.of(width))
                .append(" w\n");
        path(outline);
        content.append("S\n");
        return this;
    }

    /** Draws a form that was written before; it draws in points of its own page. */
    public PdfInk form(String name, int number) {
        end();
        resources.xobject(name, number);
        content.append('/').append(name).append(" Do\n");
        return this;
    }

    /**
     * Draws a form in the coordinates that {@link #from} set.
     *
     * @param x of the form's lower left corner, micrometers
     * @param y of the form's lower left corner, micrometers
     */
    public PdfInk form(String name, int number, int x, int y) {
        resources.xobject(name, number);
        String scale = String.format(Locale.ROOT, "%.8f", 1 / POINTS_PER_MICROMETER);
        content.append("q ").append(scale).append(" 0 0 -").append(scale).append(' ');
        content.append(x).append(' ').append(y).append(" cm /").append(name).append(" Do Q\n");
        return this;
    }

    /** Back to the page's own coordinates. */
    public PdfInk end() {
        if (open) {
            content.append("Q\n");
            open = false;
        }
        return this;
    }

    /** The operators, all closed. */
    public byte[] bytes() {
        end();
        return content.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void begin(int opacity) {
        if (opacity < 1000) {
            content.append("q /").append(resources.opacity(opacity)).append(" gs\n");
        }
    }

    private void path(Path2D outline) {
        PdfPath.append(content, outline);
    }
}
