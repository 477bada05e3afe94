package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerOrder;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a field's box wide enough, or puts a field that is missing into its line. */
final class FieldFix {

    private static final LayerTags CARD_ALONE =
            new LayerTags("", false, LayerTags.Surface.PHYSICAL, LayerTags.Plate.COLOR, "");

    private FieldFix() {}

    /** A box in which this value is set in this size at least, if the face has the room. */
    static @Nullable Fix wider(
            FaceBench bench, LayerId id, Layer layer, FieldContent field, String value, int least) {
        Box box = layer.box();
        if (box.rotation() != 0 || field.size() < least) {
            return null;
        }
        double whole;
        try {
            whole =
                    bench.bench()
                            .planner()
                            .line(field, new Box(0, 0, Box.REACH, 1, 0), value)
                            .text()
                            .advance();
        } catch (Refusal unprintable) {
            return null;
        }
        int smallest = (int) Math.ceil(whole * least / field.size());
        Rectangle2D room = stretch(bench, id, box);
        int width = (int) Math.min(Math.ceil(whole) + 1, room.getWidth());
        if (width < smallest || width <= box.width()) {
            return null;
        }
        int x =
                (int)
                        Math.clamp(
                                box.x()
                                        + (long)
                                                ((box.width() - width)
                                                        * switch (field.align()) {
                                                            case LEFT -> 0.0;
                                                            case CENTER -> 0.5;
                                                            case RIGHT -> 1.0;
                                                        }),
                                (long) Math.ceil(room.getMinX()),
                                (long) Math.floor(room.getMaxX() - width));
        return Mending.set("Make its box wider", id, layer, Map.of("x", x, "width", width));
    }

    /** The free strip at the height of a box: the room, cut off at zones and other fields. */
    private static Rectangle2D stretch(FaceBench bench, LayerId id, Box box) {
        Room room =
                bench.room()
                        .and(
                                bench.printed().stream()
                                        .filter(e -> !e.getKey().equals(id))
                                        .filter(e -> e.getValue().content() instanceof FieldContent)
                                        .map(e -> FaceBench.place(e.getValue()))
                                        .toList());
        double left = room.within().getMinX();
        double right = room.within().getMaxX();
        for (Rectangle2D area : room.taken()) {
            if (area.getMaxY() > box.y() && area.getMinY() < box.y() + box.height()) {
                if (area.getMaxX() <= box.x() + 1) {
                    left = Math.max(left, area.getMaxX());
                } else if (area.getMinX() >= box.x() + box.width() - 1) {
                    right = Math.min(right, area.getMinX());
                }
            }
        }
        return new Rectangle2D.Double(left, box.y(), Math.max(0, right - left), box.height());
    }

    /** A field in its line, set so that the line holds it; null when nothing fits. */
    static @Nullable Fix add(FaceBench bench, Zone zone, FieldKey key) {

        List<Map.Entry<LayerId, Layer>> stack = bench.bench().document().stack(bench.face());
        String top = stack.isEmpty() ? null : stack.getLast().getValue().order();
        Optional<String> family = bench.bench().families().stream().findFirst();
        int size = Math.max(bench.bench().smallestText(), Math.min(3_600, zone.height() / 2));
        String order = LayerOrder.between(top, null);
        if (family.isEmpty() || order.length() > 64) {
            return null;
        }
        boolean dark = Luminance.of(Luminance.parse(bench.body().color())) < 0.18;
        boolean half = key == FieldKey.EXPIRY;
        int width = half ? Math.min(20_000, zone.width()) : zone.width();
        int y = half ? beneath(bench, zone, size) : zone.y();
        String label = label(key);
        return Mending.add(
                "Add " + label.toLowerCase(Locale.ROOT),
                Mending.id("field", bench.bench().document().cardBody().value(), key.name()),
                Layer.of(
                                bench.face(),
                                order,
                                label,
                                new Box(zone.x(), y, width, Math.max(1, size + size / 4), 0),
                                new FieldContent(
                                        key,
                                        label,
                                        sample(key),
                                        family.get(),
                                        400,
                                        size,
                                        dark ? "#ffffff" : "#000000",
                                        Align.LEFT))
                        .with(CARD_ALONE));
    }

    /** Under a line, if that is free; else in it. */
    private static int beneath(FaceBench bench, Zone zone, int size) {
        int y = zone.y() + zone.height() + 300;
        return y + 2 * size > bench.body().height() - bench.body().safeMargin() ? zone.y() : y;
    }

    private static String label(FieldKey key) {
        return switch (key) {
            case PAN -> "Card number";
            case EXPIRY -> "Valid thru";
            case CARDHOLDER_NAME -> "Cardholder name";
            case SECOND_LINE -> "Second line";
            case SECURITY_CODE -> "Security code";
            case CUSTOM -> "Custom";
        };
    }

    private static String sample(FieldKey key) {
        return switch (key) {
            case PAN -> "0000 0000 0000 0000";
            case EXPIRY -> "12/30";
            case CARDHOLDER_NAME -> "ALEX SAMPLE";
            case SECOND_LINE -> "SAMPLE COMPANY";
            case SECURITY_CODE -> "000";
            case CUSTOM -> "Sample";
        };
    }
}
