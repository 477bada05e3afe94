package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.DrawingPlan;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One face laid out for judging: its plan, and its ink as pixels where a check asks for it. */
final class FaceBench {

    /** Fine enough to find a tenth of a millimeter. */
    private static final double INK_DPI = 254;

    private static final int MOST_PICTURES = 12;

    private final Bench bench;
    private final Face face;
    private final DrawingPlan plan;
    private final Sheet sheet;
    private final RasterInk ink;

    /** The ink of the pictures looked at last: decoding one anew for every zone takes long. */
    private final Map<LayerId, BufferedImage> pictureInk =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<LayerId, BufferedImage> eldest) {
                    return size() > MOST_PICTURES;
                }
            };

    FaceBench(Bench bench, Face face) {
        this.bench = bench;
        this.face = face;
        this.plan = bench.planner().plan(bench.document(), face, FieldValues.samples());
        this.sheet = Sheet.of(bench.body(), bench.body().bleed(), INK_DPI);
        this.ink = new RasterInk(sheet, bench.pictures());
    }

    Bench bench() {
        return bench;
    }

    CardBody body() {
        return bench.body();
    }

    Face face() {
        return face;
    }

    DrawingPlan plan() {
        return plan;
    }

    /** The pixels that ink is looked for in. */
    Sheet sheet() {
        return sheet;
    }

    /** Every layer of this face that is to be printed, lowest first. */
    List<Map.Entry<LayerId, Layer>> printed() {
        return bench.document().stack(face).stream()
                .filter(entry -> !entry.getValue().hidden())
                .toList();
    }

    Layer layer(LayerId id) {
        Layer layer = bench.document().layers().get(id);
        if (layer == null) {
            throw new IllegalStateException("the plan has a layer that the document has not");
        }
        return layer;
    }

    /** The ink of one step alone, on nothing. */
    BufferedImage ink(Drawing drawing) {
        if (drawing instanceof Drawing.Picture) {
            return pictureInk.computeIfAbsent(drawing.layer(), id -> alone(drawing));
        }
        return alone(drawing);
    }

    private BufferedImage alone(Drawing drawing) {
        BufferedImage alone = ink.clear();
        ink.draw(alone, List.of(drawing));
        return alone;
    }

    /** The ink of all steps, on nothing. */
    BufferedImage ink() {
        BufferedImage all = ink.clear();
        ink.draw(all, plan.drawings());
        return all;
    }

    static boolean isText(Drawing drawing) {
        return drawing instanceof Drawing.Fill fill && fill.kind() != Drawing.Fill.Kind.SHAPE;
    }

    Finding finding(
            Rule rule,
            Severity severity,
            Rectangle2D place,
            @Nullable LayerId layer,
            String message,
            String remedy) {
        String where =
                String.format(
                        Locale.ROOT,
                        " (%s, at %.1f/%.1f mm, %.1f × %.1f mm)",
                        face.word(),
                        place.getX() / 1000,
                        place.getY() / 1000,
                        place.getWidth() / 1000,
                        place.getHeight() / 1000);
        return new Finding(
                rule.address(),
                severity,
                face,
                (int) Math.round(place.getX()),
                (int) Math.round(place.getY()),
                (int) Math.round(place.getWidth()),
                (int) Math.round(place.getHeight()),
                message + where + ".",
                remedy,
                layer);
    }

    /** Where a layer's box lies after rotation. */
    static Rectangle2D place(Layer layer) {
        var box = layer.box();
        return AffineTransform.getRotateInstance(
                        Math.toRadians(box.rotation() / 1000.0),
                        box.x() + box.width() / 2.0,
                        box.y() + box.height() / 2.0)
                .createTransformedShape(
                        new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()))
                .getBounds2D();
    }

    /** How people find the layer: its name, in quotation marks. */
    static String called(Layer layer) {
        return layer.name().isBlank() ? "A layer without a name" : "'" + layer.name() + "'";
    }
}
