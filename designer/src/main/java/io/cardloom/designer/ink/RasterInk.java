package io.cardloom.designer.ink;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** Draws a plan's steps as pixels. Not for several threads at once. */
public final class RasterInk {

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
            case Drawing.Fill fill -> {
                g.setColor(new Color(fill.rgb()));
                g.fill(sheet.toPixels().createTransformedShape(fill.outline()));
            }
            case Drawing.Picture picture ->
                    pictures.find(picture.asset()).ifPresent(file -> place(g, picture, file));
        }
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
            g.drawImage(file.scaled(width, height), x, y, null);
        } else {
            turned(g, picture, file, toPixels);
        }
    }

    /** A rotated picture: a transparent pixel around it lets its edges be smooth. */
    private void turned(
            Graphics2D g, Drawing.Picture picture, RasterFile file, AffineTransform toPixels) {
        int width = Math.max(1, (int) Math.round(picture.width() * sheet.scale()));
        int height = Math.max(1, (int) Math.round(picture.height() * sheet.scale()));
        BufferedImage padded =
                new BufferedImage(width + 2, height + 2, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pad = padded.createGraphics();
        pad.drawImage(file.scaled(width, height), 1, 1, null);
        pad.dispose();
        AffineTransform place = new AffineTransform(toPixels);
        place.scale((double) picture.width() / width, (double) picture.height() / height);
        place.translate(-1, -1);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(padded, place, null);
    }
}
