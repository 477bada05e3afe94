package io.cardloom.designer.render;

import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterInk;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * Prints card after card onto one sheet of pixels: puts back the places of the fields, then draws
 * the next card's. For one thread.
 */
public final class CardPress {

    private final CardPlate plate;
    private final Planner planner;
    private final RasterInk ink;
    private final BufferedImage sheet;
    private final Area places = new Area();

    CardPress(CardPlate plate, Planner planner) {
        this.plate = plate;
        this.planner = planner;
        this.ink = new RasterInk(plate.ground().sheet(), plate.ground().pictures());
        this.sheet = plate.copy();
        plate.places().forEach(place -> places.add(new Area(place)));
    }

    /**
     * The next card, bleed included. The image is the same object each time: use it before the next
     * call.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link CardPrint#raster}; the press goes on
     *     with the next card
     */
    public BufferedImage next(Map<FieldKey, String> values) {
        for (Rectangle place : plate.places()) {
            CardPlate.restore(sheet, plate.base(), place);
        }
        Graphics2D g = sheet.createGraphics();
        g.setClip(places);
        int field = 0;
        for (CardPrint.Step step : plate.ground().steps()) {
            if (step instanceof CardPrint.Step.Field variable) {
                ink.draw(
                        g, planner.draw(variable.id(), variable.layer(), FieldValues.card(values)));
                BufferedImage overlay = plate.overlays().get(field++);
                if (overlay != null) {
                    g.setComposite(java.awt.AlphaComposite.SrcOver);
                    g.drawImage(overlay, 0, 0, null);
                }
            }
        }
        g.dispose();
        return sheet;
    }
}
