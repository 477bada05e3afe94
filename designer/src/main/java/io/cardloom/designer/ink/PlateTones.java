package io.cardloom.designer.ink;

import io.cardloom.designer.separation.Tones;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * What layers print on a plate of one ink: text and shapes of one color all of it, whatever that
 * color is; gradients, codes and pictures as much as they are dark.
 */
public final class PlateTones {

    private static final int WHITE = 0xffffff;
    private static final int PICTURE_DPI = 600;

    private final Sheet sheet;
    private final Pictures pictures;

    public PlateTones(Sheet sheet, Pictures pictures) {
        this.sheet = sheet;
        this.pictures = pictures;
    }

    /** The tones of a whole sheet. */
    public Tones of(List<Drawing> drawings) {
        RasterInk ink = new RasterInk(sheet, pictures);
        BufferedImage image = ink.filled(WHITE);
        ink.draw(image, drawings.stream().map(PlateTones::inBlack).toList());
        return Tones.darkness(image);
    }

    /** Draws the steps onto a plate of a PDF. */
    public void draw(PdfPlate plate, List<Drawing> drawings) throws IOException {
        for (Drawing drawing : drawings) {
            double part = drawing.opacity() / 1000.0;
            if (drawing instanceof Drawing.Fill fill
                    && fill.paint() instanceof Paint.Solid(int rgb)) {
                plate.fill(fill.outline(), part * tone(fill.kind(), rgb));
                for (Drawing.Coat coat : fill.coats()) {
                    plate.fill(coat.outline(), part * tone(fill.kind(), coat.rgb()));
                }
            } else {
                picture(plate, drawing);
            }
        }
    }

    private static double tone(Drawing.Fill.Kind kind, int rgb) {
        return kind == Drawing.Fill.Kind.CODE ? 1 - Tones.luma(rgb) / 255.0 : 1;
    }

    private void picture(PdfPlate plate, Drawing drawing) throws IOException {
        Sheet fine = new Sheet(sheet.width(), sheet.height(), sheet.margin(), PICTURE_DPI);
        AffineTransform toPixels = fine.toPixels();
        Rectangle box = toPixels.createTransformedShape(drawing.bounds()).getBounds();
        box.grow(1, 1);
        box = box.intersection(new Rectangle(fine.widthPx(), fine.heightPx()));
        if (box.isEmpty()) {
            return;
        }
        BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, box.width, box.height);
        g.translate(-box.x, -box.y);
        new RasterInk(fine, pictures).draw(g, inBlack(drawing));
        g.dispose();
        double scale = fine.scale();
        plate.tones(
                Tones.darkness(image),
                new Rectangle2D.Double(
                        box.x / scale - fine.margin(),
                        box.y / scale - fine.margin(),
                        box.width / scale,
                        box.height / scale));
    }

    private static Drawing inBlack(Drawing drawing) {
        if (drawing instanceof Drawing.Fill fill
                && fill.kind() != Drawing.Fill.Kind.CODE
                && fill.paint() instanceof Paint.Solid) {
            return new Drawing.Fill(
                    fill.layer(),
                    fill.kind(),
                    fill.outline(),
                    new Paint.Solid(0),
                    fill.opacity(),
                    fill.size(),
                    fill.coats().stream()
                            .map(coat -> new Drawing.Coat(coat.outline(), 0))
                            .toList());
        }
        return drawing;
    }
}
