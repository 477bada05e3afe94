package io.cardloom.designer.render;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.ink.Shown;
import io.cardloom.designer.png.PngTemplate;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One face made ready to print many cards: everything that is the same on each card is drawn once.
 *
 * <p>It holds nothing of any card. What is printed lies on white, because ink cannot show the color
 * of the plastic; proofs show that. May be shared by threads, a {@link CardPress} not.
 */
public final class CardPrint {

    /** What lies between two fields, and the fields. */
    sealed interface Step {

        /** Layers that are the same on each card. */
        record Fixed(List<Drawing> drawings) implements Step {}

        /** A layer that is not. */
        record Field(LayerId id, Layer layer) implements Step {}
    }

    /** What is printed with an ink of its own, called by its name. */
    record PlateSteps(String ink, List<Step> steps) {}

    /**
     * What a face is made of.
     *
     * @param steps in color
     * @param plates of other inks, in the order they are printed; white, over everything, last
     */
    record Ground(
            CardBody body,
            Sheet sheet,
            List<Step> steps,
            List<PlateSteps> plates,
            Pictures pictures,
            @Nullable Integer rgb) {}

    private final Ground ground;
    private final Planner planner;
    private final String title;
    private final Instant date;
    private final byte[] id;
    private final GlyphMasks masks = new GlyphMasks();
    private @Nullable CardPlate plate;
    private @Nullable PngTemplate template;

    private CardPrint(Ground ground, Planner planner, String title, Instant date, byte[] id) {
        this.ground = ground;
        this.planner = planner;
        this.title = title;
        this.date = date;
        this.id = id;
    }

    /** What tells a printed file from others. */
    record Imprint(String title, Instant date, byte[] id) {}

    /**
     * @param rgb of what lies below; null for bare plastic, which is white as pixels and nothing in
     *     a PDF
     * @throws io.cardloom.tenancy.refusal.Refusal when a fixed layer cannot be drawn as it is
     */
    static CardPrint compile(
            DesignDocument document,
            Face face,
            CardBody body,
            Sheet sheet,
            @Nullable Integer rgb,
            Planner planner,
            Pictures pictures,
            Imprint imprint) {
        List<PlateSteps> plates = new ArrayList<>();
        for (Plate plate : List.of(Plate.UV, Plate.WHITE)) {
            List<Step> steps = steps(document, face, Shown.plate(plate), planner);
            if (steps.size() > 1 || !((Step.Fixed) steps.getFirst()).drawings().isEmpty()) {
                plates.add(new PlateSteps(plate == Plate.UV ? "UV" : "White", steps));
            }
        }
        Ground ground =
                new Ground(
                        body,
                        sheet,
                        steps(document, face, Shown.PRINTED, planner),
                        plates,
                        pictures,
                        rgb);
        return new CardPrint(ground, planner, imprint.title(), imprint.date(), imprint.id());
    }

    private static List<Step> steps(
            DesignDocument document, Face face, Shown shown, Planner planner) {
        List<Step> steps = new ArrayList<>();
        List<Drawing> fixed = new ArrayList<>();
        for (Map.Entry<LayerId, Layer> entry : document.stack(face)) {
            Layer layer = entry.getValue();
            if (!shown.includes(layer)) {
                continue;
            }
            if (layer.content() instanceof FieldContent) {
                steps.add(new Step.Fixed(List.copyOf(fixed)));
                fixed.clear();
                steps.add(new Step.Field(entry.getKey(), layer));
            } else {
                fixed.add(planner.draw(entry.getKey(), layer, FieldValues.samples()));
            }
        }
        steps.add(new Step.Fixed(List.copyOf(fixed)));
        return List.copyOf(steps);
    }

    /** Width of a card's pixels, bleed included. */
    public int widthPx() {
        return ground.sheet().widthPx();
    }

    /** Height of a card's pixels, bleed included. */
    public int heightPx() {
        return ground.sheet().heightPx();
    }

    /**
     * One card as pixels, bleed included; the caller may keep and change it.
     *
     * @param values of the fields; a field without one stays empty
     * @throws io.cardloom.tenancy.refusal.Refusal {@code GLYPH_MISSING} or {@code
     *     FIELD_TEXT_TOO_LONG}; the value has to change, a retry does not help
     */
    public BufferedImage raster(Map<FieldKey, String> values) {
        return press().next(values);
    }

    /** What is the same on each card, as pixels: every field empty. */
    public BufferedImage fixed() {
        return plate().copy();
    }

    /** A press that prints card after card onto one and the same sheet of pixels. */
    public CardPress press() {
        return new CardPress(plate(), planner, masks, this::template);
    }

    /**
     * One page a card, in the order of the stream, in vectors; what is the same on each card stands
     * in the file once. Memory does not grow with the cards, and nothing is laid down in a
     * temporary file.
     *
     * @param out stays open
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link #raster}; what was written until then
     *     is no whole file
     */
    public void pdf(OutputStream out, Stream<Map<FieldKey, String>> cards) throws IOException {
        pages(out, cards.map(FieldValues::card));
    }

    /** The same with the fields that the issuer names itself. */
    public void cards(OutputStream out, Stream<CardValues> cards) throws IOException {
        pages(out, cards.map(FieldValues::card));
    }

    void pages(OutputStream out, Stream<FieldValues> cards) throws IOException {
        CardPages.write(ground, planner, new Imprint(title, date, id), out, cards);
    }

    private synchronized CardPlate plate() {
        CardPlate made = plate;
        if (made == null) {
            made = CardPlate.of(ground);
            plate = made;
        }
        return made;
    }

    private synchronized PngTemplate template() {
        PngTemplate made = template;
        if (made == null) {
            made = plate().template(sample());
            template = made;
        }
        return made;
    }

    /** A card with samples, or without values when a sample does not fit. */
    private BufferedImage sample() {
        try {
            return press().next(FieldValues.samples());
        } catch (Refusal unfit) {
            return fixed();
        }
    }
}
