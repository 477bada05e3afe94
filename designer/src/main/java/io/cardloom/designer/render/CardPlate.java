package io.cardloom.designer.render;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.png.PngTemplate;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pixels that are the same on each card.
 *
 * @param base everything below the first field
 * @param overlays for each field in order, what lies above it and below the next; null for nothing
 * @param whole base and overlays together: the card with empty fields
 * @param places for each field in order, the pixels its text can touch
 */
record CardPlate(
        CardPrint.Ground ground,
        BufferedImage base,
        List<@Nullable BufferedImage> overlays,
        BufferedImage whole,
        List<Rectangle> places) {

    private static final int WHITE = 0xffffff;

    static CardPlate of(CardPrint.Ground ground) {
        RasterInk ink = new RasterInk(ground.sheet(), ground.pictures());
        Integer rgb = ground.rgb();
        BufferedImage base = ink.filled(rgb == null ? WHITE : rgb);
        List<@Nullable BufferedImage> overlays = new ArrayList<>();
        List<Rectangle> places = new ArrayList<>();
        for (CardPrint.Step step : ground.steps()) {
            if (step instanceof CardPrint.Step.Field field) {
                places.add(place(field.layer(), ground.sheet(), base));
            } else if (step instanceof CardPrint.Step.Fixed(List<Drawing> drawings)) {
                if (places.isEmpty()) {
                    ink.draw(base, drawings);
                } else {
                    overlays.add(overlay(ink, drawings));
                }
            }
        }
        sink(base, overlays, places);
        BufferedImage whole = copy(base);
        for (BufferedImage overlay : overlays) {
            if (overlay != null) {
                whole.createGraphics().drawImage(overlay, 0, 0, null);
            }
        }
        return new CardPlate(ground, base, overlays, whole, List.copyOf(places));
    }

    /**
     * What lies above a field but touches no field's place below it is drawn once, with the base.
     */
    private static void sink(
            BufferedImage base, List<@Nullable BufferedImage> overlays, List<Rectangle> places) {
        for (int i = 0; i < overlays.size(); i++) {
            BufferedImage overlay = overlays.get(i);
            if (overlay == null) {
                continue;
            }
            if (places.subList(0, i + 1).stream().anyMatch(place -> shows(overlay, place))) {
                return;
            }
            base.createGraphics().drawImage(overlay, 0, 0, null);
            overlays.set(i, null);
        }
    }

    private static boolean shows(BufferedImage overlay, Rectangle place) {
        int[] pixels = pixels(overlay);
        for (int y = place.y; y < place.y + place.height; y++) {
            for (int x = place.x; x < place.x + place.width; x++) {
                if (pixels[y * overlay.getWidth() + x] >>> 24 != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Everything that is the same, made ready to be written as PNG. */
    PngTemplate template(BufferedImage sample) {
        return PngTemplate.of(
                pixels(whole),
                whole.getWidth(),
                whole.getHeight(),
                ground.sheet().dpi(),
                places,
                pixels(sample));
    }

    private static @Nullable BufferedImage overlay(RasterInk ink, List<Drawing> drawings) {
        if (drawings.isEmpty()) {
            return null;
        }
        BufferedImage overlay = ink.clear();
        ink.draw(overlay, drawings);
        return overlay;
    }

    BufferedImage copy() {
        return copy(whole);
    }

    /** Puts the pixels of {@code from} in this rectangle back. */
    static void restore(BufferedImage onto, BufferedImage from, Rectangle place) {
        int[] source = pixels(from);
        int[] target = pixels(onto);
        int width = from.getWidth();
        for (int y = place.y; y < place.y + place.height; y++) {
            int at = y * width + place.x;
            System.arraycopy(source, at, target, at, place.width);
        }
    }

    private static Rectangle place(Layer layer, Sheet sheet, BufferedImage image) {
        Box box = layer.box();
        int em = ((FieldContent) layer.content()).size();
        Rectangle2D reach =
                new Rectangle2D.Double(
                        box.x() - em,
                        box.y() - em,
                        box.width() + 2.0 * em,
                        Math.max(box.height(), em) + 2.0 * em);
        AffineTransform turn =
                AffineTransform.getRotateInstance(
                        Math.toRadians(box.rotation() / 1000.0),
                        box.x() + box.width() / 2.0,
                        box.y() + box.height() / 2.0);
        turn.preConcatenate(sheet.toPixels());
        Rectangle place = turn.createTransformedShape(reach).getBounds();
        place.grow(2, 2);
        return place.intersection(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy =
                new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        int[] source = pixels(image);
        System.arraycopy(source, 0, pixels(copy), 0, source.length);
        return copy;
    }

    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
