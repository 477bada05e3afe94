package io.cardloom.designer.ink;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Draws a plan's steps as PDF operators (ISO 32000-1, 8), with the outlines and pictures that the
 * pixels are made of. One is for one content stream.
 */
public final class PdfInk {

    private static final double POINTS_PER_MICROMETER = 72.0 / 25_400;
    private static final int MOST_DPI = 600;

    private final PdfFile file;
    private final PdfFile.PdfResources resources;
    private final Pictures pictures;
    private final StringBuilder content = new StringBuilder();
    private boolean open;

    public PdfInk(PdfFile file, PdfFile.PdfResources resources, Pictures pictures) {
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
        String scale = String.format(Locale.ROOT, "%.12f", POINTS_PER_MICROMETER);
        content.append(scale).append(" 0 0 -").append(scale).append(' ');
        content.append(number(left)).append(' ').append(number(bottom)).append(" cm\n");
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
            case Drawing.Fill fill -> fill(fill.outline(), fill.rgb(), fill.opacity());
            case Drawing.Picture picture -> {
                RasterFile raster = pictures.find(picture.asset()).orElse(null);
                if (raster != null) {
                    place(picture, raster);
                }
            }
        }
    }

    /** Fills an outline. */
    public PdfInk fill(Path2D outline, int rgb, int opacity) {
        if (outline.getCurrentPoint() == null) {
            return this;
        }
        begin(opacity);
        content.append(color(rgb)).append(" rg\n");
        path(outline);
        content.append(opacity < 1000 ? "f Q\n" : "f\n");
        return this;
    }

    /** Strokes an outline with a line of this width, micrometers. */
    public PdfInk stroke(Path2D outline, int rgb, double width) {
        content.append(color(rgb)).append(" RG ").append(number(width)).append(" w\n");
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

    private void place(Drawing.Picture picture, RasterFile raster) throws IOException {
        int most = Math.max(1, (int) Math.round(picture.width() * MOST_DPI / 25_400.0));
        int mostHigh = Math.max(1, (int) Math.round(picture.height() * MOST_DPI / 25_400.0));
        boolean tooFine = raster.width() > 1.5 * most && raster.height() > 1.5 * mostHigh;
        String name =
                "P"
                        + picture.asset().hex().substring(0, 32)
                        + (tooFine ? "x" + most + "x" + mostHigh : "");
        if (!resources.has(name)) {
            resources.xobject(
                    name,
                    tooFine
                            ? pixels(raster.scaled(most, mostHigh))
                            : raster.isJpeg()
                                    ? jpeg(raster)
                                    : pixels(raster.scaled(raster.width(), raster.height())));
        }
        content.append("q ");
        if (picture.opacity() < 1000) {
            content.append('/').append(resources.opacity(picture.opacity())).append(" gs ");
        }
        AffineTransform place = new AffineTransform(picture.place());
        place.translate(0, picture.height());
        place.scale(picture.width(), -picture.height());
        double[] m = new double[6];
        place.getMatrix(m);
        for (double value : m) {
            content.append(number(value)).append(' ');
        }
        content.append("cm /").append(name).append(" Do Q\n");
    }

    private int jpeg(RasterFile raster) throws IOException {
        int number = file.reserve();
        String space = raster.components() == 1 ? "/DeviceGray" : "/DeviceRGB";
        file.stream(
                number,
                image(raster.width(), raster.height(), space) + "/Filter/DCTDecode",
                raster.file());
        return number;
    }

    private int pixels(BufferedImage image) throws IOException {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[argb.length * 3];
        byte[] alpha = new byte[argb.length];
        boolean opaque = true;
        for (int i = 0; i < argb.length; i++) {
            int a = argb[i] >>> 24;
            opaque &= a == 255;
            alpha[i] = (byte) a;
            for (int c = 0; c < 3; c++) {
                int value = argb[i] >> (16 - 8 * c) & 255;
                rgb[3 * i + c] = (byte) (a == 0 ? 255 : Math.min(255, (value * 255 + a / 2) / a));
            }
        }
        String mask = "";
        if (!opaque) {
            int number = file.reserve();
            file.stream(number, image(image.getWidth(), image.getHeight(), "/DeviceGray"), alpha);
            mask = "/SMask " + number + " 0 R";
        }
        int number = file.reserve();
        file.stream(number, image(image.getWidth(), image.getHeight(), "/DeviceRGB") + mask, rgb);
        return number;
    }

    private static String image(int width, int height, String space) {
        return "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d/ColorSpace%s"
                .formatted(width, height, space);
    }

    private void path(Path2D outline) {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> point(p[0], p[1]).append("m\n");
                case PathIterator.SEG_LINETO -> point(p[0], p[1]).append("l\n");
                case PathIterator.SEG_QUADTO -> {
                    point(x + (p[0] - x) * 2 / 3, y + (p[1] - y) * 2 / 3);
                    point(p[2] + (p[0] - p[2]) * 2 / 3, p[3] + (p[1] - p[3]) * 2 / 3);
                    point(p[2], p[3]).append("c\n");
                    p[0] = p[2];
                    p[1] = p[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    point(p[0], p[1]);
                    point(p[2], p[3]);
                    point(p[4], p[5]).append("c\n");
                    p[0] = p[4];
                    p[1] = p[5];
                }
                default -> content.append("h\n");
            }
            x = p[0];
            y = p[1];
        }
    }

    private StringBuilder point(double x, double y) {
        return content.append(tenths(x)).append(' ').append(tenths(y)).append(' ');
    }

    private static String tenths(double micrometers) {
        return number(Math.rint(micrometers * 10) / 10);
    }

    private static String color(int rgb) {
        return number((rgb >> 16 & 255) / 255.0)
                + ' '
                + number((rgb >> 8 & 255) / 255.0)
                + ' '
                + number((rgb & 255) / 255.0);
    }

    /** A number with at most four decimals, never in exponents. */
    static String number(double value) {
        long scaled = Math.round(value * 10_000);
        long whole = Math.abs(scaled) / 10_000;
        long rest = Math.abs(scaled) % 10_000;
        String sign = scaled < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        String decimals = Long.toString(10_000 + rest).substring(1);
        int end = decimals.length();
        while (decimals.charAt(end - 1) == '0') {
            end--;
        }
        return sign + whole + '.' + decimals.substring(0, end);
    }
}
