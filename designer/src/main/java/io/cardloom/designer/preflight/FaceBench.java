package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerTags.Surface;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.DrawingPlan;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One face laid out for judging: its plan, and its ink as pixels where a check asks for it. */
final class FaceBench {

    /** Fine enough to find a tenth of a millimeter. */
    private static final double DPI = 300;

    /** Shapes larger than this are grounds themselves, micrometers. */
    private static final double LARGEST_MARK = 20_000;

    private final Bench bench;
    private final Face face;
    private final DrawingPlan plan;
    private final Sheet sheet;
    private final RasterInk ink;

    /** What lies beneath each text, field and small shape; made when it is first asked for. */
    private @Nullable Map<LayerId, Ground> grounds;

    FaceBench(Bench bench, Face face) {
        this.bench = bench;
        this.face = face;
        this.plan = bench.planner().plan(bench.document(), face, FieldValues.samples());
        this.sheet = Sheet.of(bench.body(), bench.body().bleed(), DPI);
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
                .filter(entry -> entry.getValue().tags().surface() != Surface.DIGITAL)
                .toList();
    }

    Layer layer(LayerId id) {
        Layer layer = bench.document().layers().get(id);
        if (layer == null) {
            throw new IllegalStateException("the plan has a layer that the document has not");
        }
        return layer;
    }

    /** The ink of one step alone. */
    Patch ink(Drawing drawing) {
        Supplier<Patch> draw = () -> Patch.of(drawing, sheet, ink);
        boolean gone =
                drawing instanceof Drawing.Picture picture
                        && bench.pictures().find(picture.asset()).isEmpty();
        return gone
                ? draw.get()
                : bench.patches().get(bench.owner(), layer(drawing.layer()), sheet, draw);
    }

    /** The ink of all steps, on nothing. */
    BufferedImage ink() {
        BufferedImage all = ink.clear();
        Graphics2D g = all.createGraphics();
        plan.drawings().forEach(drawing -> ink(drawing).lay(g));
        g.dispose();
        return all;
    }

    /** What lies beneath a step; empty for pictures and large shapes. */
    Optional<Ground> ground(Drawing drawing) {
        if (grounds == null) {
            grounds = grounds();
        }
        return Optional.ofNullable(grounds.get(drawing.layer()));
    }

    private Map<LayerId, Ground> grounds() {
        Map<LayerId, Ground> found = new HashMap<>();
        BufferedImage card = ink.filled(Integer.parseInt(body().color().substring(1), 16));
        Graphics2D g = card.createGraphics();
        for (Drawing drawing : plan.drawings()) {
            Patch patch = ink(drawing);
            if (drawing instanceof Drawing.Fill fill && isJudged(fill)) {
                Rectangle box =
                        fill.kind() == Drawing.Fill.Kind.FIELD
                                ? sheet.toPixels()
                                        .createTransformedShape(place(layer(fill.layer())))
                                        .getBounds()
                                : new Rectangle();
                found.put(fill.layer(), Ground.of(patch, !isText(fill), box, card));
            }
            patch.lay(g);
        }
        g.dispose();
        return found;
    }

    private static boolean isJudged(Drawing.Fill fill) {
        Rectangle2D bounds = fill.bounds();
        return isText(fill)
                || (bounds.getWidth() <= LARGEST_MARK && bounds.getHeight() <= LARGEST_MARK);
    }

    /** The room for texts: inside the safe area, and in no zone that prints nothing of theirs. */
    Room room() {
        int margin = body().safeMargin();
        return new Room(
                new Rectangle2D.Double(
                        margin,
                        margin,
                        body().width() - 2.0 * margin,
                        body().height() - 2.0 * margin),
                body().zones(face).stream()
                        .filter(zone -> !zone.kind().isLine())
                        .map(FaceBench::area)
                        .toList());
    }

    static Rectangle2D area(Zone zone) {
        return new Rectangle2D.Double(zone.x(), zone.y(), zone.width(), zone.height());
    }

    static boolean isText(Drawing drawing) {
        return drawing instanceof Drawing.Fill fill && fill.kind().isText();
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
                layer,
                null);
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
