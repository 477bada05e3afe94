package io.cardloom.designer.preflight;

import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The ink of one step alone, in the pixels of a sheet that it covers. */
final class Patch {

    private final Rectangle place;
    private final BufferedImage image;
    private final int[] pixels;

    private Patch(Rectangle place, BufferedImage image) {
        this.place = place;
        this.image = image;
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    static Patch of(Drawing drawing, Sheet sheet, RasterInk ink) {
        Rectangle place = sheet.toPixels().createTransformedShape(drawing.bounds()).getBounds();
        place.grow(1, 1);
        place = place.intersection(new Rectangle(sheet.widthPx(), sheet.heightPx()));
        BufferedImage image =
                new BufferedImage(
                        Math.max(1, place.width),
                        Math.max(1, place.height),
                        BufferedImage.TYPE_INT_ARGB_PRE);
        if (!place.isEmpty()) {
            Graphics2D g = image.createGraphics();
            g.translate(-place.x, -place.y);
            ink.draw(g, drawing);
            g.dispose();
        }
        return new Patch(place, image);
    }

    /** Where on the sheet it lies, pixels; empty when it lies beside. */
    Rectangle place() {
        return place;
    }

    int bytes() {
        return 4 * pixels.length + 200;
    }

    /** How much ink is at this pixel of the sheet, 0 to 255. */
    int alpha(int x, int y) {
        return place.contains(x, y)
                ? pixels[(y - place.y) * image.getWidth() + x - place.x] >>> 24
                : 0;
    }

    /** Lays the ink onto a sheet. */
    void lay(Graphics2D onto) {
        if (!place.isEmpty()) {
            onto.drawImage(image, place.x, place.y, null);
        }
    }
}
