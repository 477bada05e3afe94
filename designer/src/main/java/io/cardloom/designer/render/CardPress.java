package io.cardloom.designer.render;

import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.png.PngTemplate;
import io.cardloom.designer.png.PngWriter;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints card after card onto one sheet of pixels: puts back what the card before had touched, then
 * sets the next card's values. For one thread.
 */
public final class CardPress {

    private final CardPlate plate;
    private final List<FieldStamp> stamps = new ArrayList<>();
    private final BufferedImage sheet;
    private final boolean covered;
    private final Supplier<PngTemplate> template;
    private @Nullable PngWriter writer;
    private List<Rectangle> touched = List.of();

    CardPress(CardPlate plate, Planner planner, GlyphMasks masks, Supplier<PngTemplate> template) {
        this.plate = plate;
        this.template = template;
        this.sheet = plate.copy();
        this.covered = plate.overlays().stream().anyMatch(overlay -> overlay != null);
        RasterInk ink = new RasterInk(plate.ground().sheet(), plate.ground().pictures());
        int next = 0;
        for (CardPrint.Step step : plate.ground().steps()) {
            if (step instanceof CardPrint.Step.Field field) {
                Rectangle place = plate.places().get(next++);
                stamps.add(
                        new FieldStamp(field, place, plate.ground().sheet(), planner, ink, masks));
            }
        }
    }

    /**
     * The next card, bleed included. The image is the same object each time: use it before the next
     * call, and do not draw on it.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link CardPrint#raster}; the press goes on
     *     with the next card
     */
    public BufferedImage next(Map<FieldKey, String> values) {
        return next(FieldValues.card(values));
    }

    /**
     * Writes the next card as PNG (8 bits of red, green and blue), bleed included; the same card
     * makes the same bytes.
     *
     * @param out stays open
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link #next}; nothing was written
     * @throws IOException of the stream; what was written is no whole file
     */
    public void png(Map<FieldKey, String> values, OutputStream out) throws IOException {
        next(values);
        PngWriter made = writer;
        if (made == null) {
            made = template.get().writer();
            writer = made;
        }
        made.write(out, CardPlate.pixels(sheet), touched);
    }

    BufferedImage next(FieldValues values) {
        List<Rectangle> touching = new ArrayList<>(stamps.size());
        for (FieldStamp stamp : stamps) {
            Rectangle ink = stamp.set(values);
            if (!ink.isEmpty()) {
                touching.add(ink);
            }
        }
        for (Rectangle place : touched) {
            CardPlate.restore(sheet, plate.whole(), place);
        }
        touched = covered ? apart(touching) : touching;
        if (covered) {
            for (Rectangle place : touched) {
                CardPlate.restore(sheet, plate.base(), place);
            }
        }
        for (int i = 0; i < stamps.size(); i++) {
            stamps.get(i).draw(sheet);
            BufferedImage overlay = plate.overlays().get(i);
            if (overlay != null) {
                touched.forEach(place -> cover(overlay, place));
            }
        }
        return sheet;
    }

    private void cover(BufferedImage overlay, Rectangle place) {
        Graphics2D g = sheet.createGraphics();
        g.setClip(place);
        g.drawImage(overlay, 0, 0, null);
        g.dispose();
    }

    /** Rectangles around these that do not meet each other: nothing is to be covered twice. */
    private static List<Rectangle> apart(List<Rectangle> places) {
        List<Rectangle> apart = new ArrayList<>();
        for (Rectangle place : places) {
            Rectangle grown = place;
            for (int i = 0; i < apart.size(); i++) {
                if (apart.get(i).intersects(grown)) {
                    grown = grown.union(apart.remove(i));
                    i = -1;
                }
            }
            apart.add(grown);
        }
        return apart;
    }
}
