package io.cardloom.designer.ink;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** Draws a plan's steps as pixels. Not for several threads at once. */
public final class RasterInk {

    private static final float[] ENDS = {0, 1};

    private final Sheet sheet;
    private final Pictures pictures;

    public RasterInk(Sheet sheet, Pictures pictures) {
        this.sheet = sheet;
        this.pictures = pictures;
    }

    /** An empty, fully transparent sheet. */
    public BufferedImage clear() {
        return new BufferedImage(
                sheet.widthPx(), sheet.heightPx(), BufferedImage.TYPE_INT_ARGB_PRE);
    }

    /** A sheet of one opaque color, 0xrrggbb. */
    public BufferedImage filled(int rgb) {
        BufferedImage image =
                new BufferedImage(sheet.widthPx(), sheet.heightPx(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(rgb));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        return image;
    }

    /** Draws the steps in their order onto a sheet of this grid. */
    public void draw(BufferedImage onto, Iterable<? extends Drawing> drawings) {
        Graphics2D g = onto.createGraphics();
        drawings.forEach(drawing -> draw(g, drawing));
        g.dispose();
    }

    /** Draws one step; the graphics' own transform must be that of the pixels. */
    public void draw(Graphics2D g, Drawing drawing) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.setComposite(AlphaComposite.SrcOver.derive(drawing.opacity() / 1000f));
        switch (drawing) {
            case Drawing.Fill fill when fill.coats().isEmpty() || fill.opacity() == 1000 ->
                    fill(g, fill);
            case Drawing.Fill fill -> together(g, fill);
            case Drawing.Picture picture ->
                    pictures.find(picture.asset()).ifPresent(file -> place(g, picture, file));
        }
    }

    private void fill(Graphics2D g, Drawing.Fill fill) {
        AffineTransform toPixels = sheet.toPixels();
        g.setPaint(paint(fill.paint(), toPixels));
        g.fill(toPixels.createTransformedShape(fill.outline()));
        for (Drawing.Coat coat : fill.coats()) {
            g.setColor(new Color(coat.rgb()));
            g.fill(toPixels.createTransformedShape(coat.outline()));
        }
    }

    /** Coats are opaque to each other: the whole is drawn aside and laid on at its opacity. */
    private void together(Graphics2D g, Drawing.Fill fill) {
        Rectangle place = sheet.toPixels().createTransformedShape(fill.bounds()).getBounds();
        place.grow(1, 1);
        place = place.intersection(new Rectangle(sheet.widthPx(), sheet.heightPx()));
        if (place.isEmpty()) {
            return;
        }
        BufferedImage aside =
                new BufferedImage(place.width, place.height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D on = aside.createGraphics();
        on.setRenderingHints(g.getRenderingHints());
        on.translate(-place.x, -place.y);
        fill(on, fill);
        on.dispose();
        g.drawImage(aside, place.x, place.y, null);
    }

    private static java.awt.Paint paint(Paint paint, AffineTransform toPixels) {
        return switch (paint) {
            case Paint.Solid solid -> new Color(solid.rgb());
            case Paint.Linear linear -> {
                AffineTransform axis = new AffineTransform(toPixels);
                axis.concatenate(linear.axis());
                yield new LinearGradientPaint(
                        new Point2D.Double(0, 0),
                        new Point2D.Double(1, 0),
                        ENDS,
                        colors(linear.from(), linear.to()),
                        CycleMethod.NO_CYCLE,
                        ColorSpaceType.SRGB,
                        axis);
            }
            case Paint.Radial radial -> {
                AffineTransform disc = new AffineTransform(toPixels);
                disc.concatenate(radial.disc());
                Point2D middle = new Point2D.Double(0, 0);
                yield new RadialGradientPaint(
                        middle,
                        1,
                        middle,
                        ENDS,
                        colors(radial.from(), radial.to()),
                        CycleMethod.NO_CYCLE,
                        ColorSpaceType.SRGB,
                        disc);
            }
        };
    }

    private static Color[] colors(int from, int to) {
        return new Color[] {new Color(from), new Color(to)};
    }

    private void place(Graphics2D g, Drawing.Picture picture, RasterFile file) {
        AffineTransform toPixels = sheet.toPixels();
        toPixels.concatenate(picture.place());
        Point2D from = toPixels.transform(new Point2D.Double(0, 0), null);
        Point2D to =
                toPixels.transform(new Point2D.Double(picture.width(), picture.height()), null);
        boolean upright = toPixels.getShearX() == 0 && toPixels.getScaleX() > 0;
        if (upright) {
            int x = (int) Math.round(from.getX());
            int y = (int) Math.round(from.getY());
            int width = Math.max(1, (int) Math.round(to.getX()) - x);
            int height = Math.max(1, (int) Math.round(to.getY()) - y);
            g.drawImage(raster(picture, file, width, height), x, y, null);
        } else {
            turned(g, picture, file, toPixels);
        }
    }

    private BufferedImage raster(Drawing.Picture picture, RasterFile file, int width, int height) {
        return PictureRaster.of(picture.content(), file, width, height, sheet.scale());
    }

    /** A rotated picture: a transparent pixel around it lets its edges be smooth. */
    private void turned(
            Graphics2D g, Drawing.Picture picture, RasterFile file, AffineTransform toPixels) {
        int width = Math.max(1, (int) Math.round(picture.width() * sheet.scale()));
        int height = Math.max(1, (int) Math.round(picture.height() * sheet.scale()));
        BufferedImage padded =
                new BufferedImage(width + 2, height + 2, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pad = padded.createGraphics();
        pad.drawImage(raster(picture, file, width, height), 1, 1, null);
        pad.dispose();
        AffineTransform place = new AffineTransform(toPixels);
        place.scale((double) picture.width() / width, (double) picture.height() / height);
        place.translate(-1, -1);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(padded, place, null);
    }
}
