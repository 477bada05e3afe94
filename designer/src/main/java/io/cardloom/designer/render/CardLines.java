package io.cardloom.designer.render;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.LineLetters;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.LineMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerTags.Surface;
import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Planner;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a design that differ from card to card, each made as the card body says for the zone
 * in which the middle of its box lies; one that lies in none is printed with the picture.
 *
 * <p>Holds nothing of any card. For one thread.
 */
public final class CardLines {

    private final Planner planner;
    private final List<Place> places;

    /** A field, and the zone whose lines it is one of, if they are not printed with the picture. */
    private record Place(Layer layer, FieldContent field, Optional<Zone> zone) {}

    /**
     * A line of one card.
     *
     * @param label of a field that the issuer names itself
     * @param x micrometers from the left edge of its face to where the first letter begins; of a
     *     struck line to the left edge of the first letter's place
     * @param y micrometers from the upper edge to the base line; of a struck line to the middle of
     *     its letters
     * @param rotation of the box in which it stands, about its middle, thousandths of a degree
     * @param pitch from letter to letter, micrometers; 0 where nothing is struck
     * @param height of a struck letter, or size of the type, micrometers
     * @param font family and weight, such as {@code plex-sans 400}; empty where wheels strike
     */
    public record Line(
            FieldKey field,
            String label,
            Face face,
            LineMethod method,
            int x,
            int y,
            int rotation,
            int pitch,
            int height,
            String font,
            String text) {

        @Override
        public String toString() {
            return "Line[REDACTED]";
        }
    }

    /** Why a line cannot be made of its value, which is not repeated. */
    public record Fault(FieldKey field, String label, Refusal reason) {}

    private CardLines(Planner planner, List<Place> places) {
        this.planner = planner;
        this.places = List.copyOf(places);
    }

    static CardLines of(DesignDocument document, CardBody body, Planner planner) {
        List<Place> places = new ArrayList<>();
        for (Face face : Face.values()) {
            for (Map.Entry<LayerId, Layer> entry : document.stack(face)) {
                Layer layer = entry.getValue();
                if (layer.content() instanceof FieldContent field && isOnTheCard(layer)) {
                    places.add(new Place(layer, field, zone(body, layer)));
                }
            }
        }
        return new CardLines(planner, places);
    }

    /** The document without the lines that are not printed with the picture. */
    static DesignDocument printed(DesignDocument document, CardBody body) {
        Map<LayerId, Layer> left = new TreeMap<>(java.util.Comparator.comparing(LayerId::value));
        document.layers()
                .forEach(
                        (id, layer) -> {
                            if (!(layer.content() instanceof FieldContent)
                                    || zone(body, layer).isEmpty()) {
                                left.put(id, layer);
                            }
                        });
        return new DesignDocument(document.schema(), document.cardBody(), left);
    }

    private static boolean isOnTheCard(Layer layer) {
        return !layer.hidden() && layer.opacity() > 0 && layer.tags().surface() != Surface.DIGITAL;
    }

    private static Optional<Zone> zone(CardBody body, Layer layer) {
        Box box = layer.box();
        return body.lineAt(layer.face(), box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    /** Whether every line is printed with the picture. */
    public boolean isFlat() {
        return places.stream().allMatch(place -> place.zone().isEmpty());
    }

    /** Whether a field on the card, however it is made, is filled with this. */
    public boolean fill(FieldKey key) {
        return places.stream().anyMatch(place -> place.field().key() == key);
    }

    /**
     * One card's lines, front before back, lowest first; a field without a value gives none.
     *
     * @throws Refusal {@code EMBOSS_CHARACTERS}, {@code INDENT_CHARACTERS}, {@code LINE_TOO_LONG}
     *     or {@code LINE_TURNED} for lines that are struck; {@code GLYPH_MISSING} or {@code
     *     FIELD_TEXT_TOO_LONG} for the others. The value or the design has to change
     */
    public List<Line> set(CardValues values) {
        List<Line> lines = new ArrayList<>();
        for (Place place : places) {
            String text = values.of(place.field().key(), place.field().label());
            if (!text.isEmpty()) {
                lines.add(set(place, text));
            }
        }
        return lines;
    }

    /** Why lines that are not printed with the picture cannot be made of these values. */
    public List<Fault> faults(CardValues values) {
        List<Fault> faults = new ArrayList<>();
        for (Place place : places) {
            FieldContent field = place.field();
            String text = values.of(field.key(), field.label());
            if (place.zone().isPresent() && !text.isEmpty()) {
                try {
                    set(place, text);
                } catch (Refusal e) {
                    faults.add(new Fault(field.key(), field.label(), e));
                }
            }
        }
        return faults;
    }

    private Line set(Place place, String text) {
        Optional<Zone> zone = place.zone();
        if (zone.isPresent() && zone.get().line().method().isStruck()) {
            return struck(place, zone.get(), text);
        }
        FieldContent field = place.field();
        Planner.SetLine line = planner.line(field, place.layer().box(), text);
        return new Line(
                field.key(),
                field.label(),
                place.layer().face(),
                zone.map(z -> z.line().method()).orElse(LineMethod.FLAT),
                (int) Math.round(line.left()),
                line.baseline(),
                place.layer().box().rotation(),
                0,
                line.text().size(),
                field.font() + ' ' + field.weight(),
                text);
    }

    private static Line struck(Place place, Zone zone, String text) {
        FieldContent field = place.field();
        Box box = place.layer().box();
        LineMaking making = zone.line();
        if (box.rotation() != 0) {
            throw Refusal.invalid(
                    "LINE_TURNED",
                    "Wheels strike upright lines only; turn the field back in the design.");
        }
        if (!LineLetters.hold(zone, text)) {
            throw Refusal.invalid(
                    making.method() == LineMethod.EMBOSSED
                            ? "EMBOSS_CHARACTERS"
                            : "INDENT_CHARACTERS",
                    "This line is %s, which holds %s; give the value in these letters."
                            .formatted(making.method().words(), LineLetters.words(zone)));
        }
        int room = making.letters(box.width());
        if (text.length() > room) {
            throw Refusal.invalid(
                    "LINE_TOO_LONG",
                    "This line is %s and has room for %d letters; shorten the value."
                            .formatted(making.method().words(), room));
        }
        int left = box.width() - text.length() * making.pitch();
        int x =
                box.x()
                        + switch (field.align()) {
                            case LEFT -> 0;
                            case CENTER -> left / 2;
                            case RIGHT -> left;
                        };
        int row = making.row(zone, box.y() + box.height() / 2);
        return new Line(
                field.key(),
                field.label(),
                place.layer().face(),
                making.method(),
                x,
                making.rowMiddle(zone, row),
                0,
                making.pitch(),
                making.letterHeight(),
                "",
                text);
    }
}
