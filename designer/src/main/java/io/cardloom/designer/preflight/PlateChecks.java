package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerOrder;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of the plates: which there are, and where color needs white beneath. */
final class PlateChecks {

    private PlateChecks() {}

    /** White letters and shapes right on a body that is not white: no ink prints them. */
    static void white(Rule rule, FaceBench bench, List<Finding> findings) {
        CardBody body = bench.body();
        int plastic = Luminance.parse(body.color());
        if (!shines(body) && Luminance.of(plastic) >= rule.decimal("body")) {
            return;
        }
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Fill fill)
                    || !(fill.paint() instanceof Paint.Solid)
                    || fill.bounds().isEmpty()
                    || Luminance.of(fill.rgb()) < rule.decimal("light")
                    || hasWhite(bench, fill.bounds())
                    || !liesOn(bench, fill, plastic)) {
                continue;
            }
            Layer layer = bench.layer(fill.layer());
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    fill.bounds(),
                                    fill.layer(),
                                    FaceBench.called(layer)
                                            + " is white on a body that is not, and white is no"
                                            + " color ink: the body shows instead",
                                    has(bench, Plate.WHITE)
                                            ? "Print it on the white plate."
                                            : "Choose another color: this print has no white.")
                            .mendedBy(
                                    has(bench, Plate.WHITE)
                                            ? Mending.set(
                                                    "Print it on the white plate",
                                                    fill.layer(),
                                                    layer,
                                                    Map.of("plate", "white"))
                                            : null));
        }
    }

    private static boolean liesOn(FaceBench bench, Drawing.Fill fill, int plastic) {
        return bench.ground(fill)
                .filter(ground -> ground.under().length > 0)
                .map(ground -> Ground.percentile(ground.under(), 50, rgb -> rgb == plastic ? 1 : 0))
                .filter(most -> most > 0)
                .isPresent();
    }

    /** Colors on a dark, metallic or clear body without white beneath them. */
    static void underprint(Rule rule, FaceBench bench, List<Finding> findings) {
        CardBody body = bench.body();
        boolean dark = Luminance.of(Luminance.parse(body.color())) < rule.decimal("dark");
        if (!dark && !shines(body)) {
            return;
        }
        for (Drawing drawing : bench.plan().drawings()) {
            boolean black =
                    drawing instanceof Drawing.Fill fill
                            && (fill.rgb() == 0 || Luminance.of(fill.rgb()) > 0.8);
            if (black || drawing.bounds().isEmpty() || hasWhite(bench, drawing.bounds())) {
                continue;
            }
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    drawing.bounds(),
                                    drawing.layer(),
                                    FaceBench.called(bench.layer(drawing.layer()))
                                            + " and what else is in color has no white beneath it:"
                                            + " the "
                                            + (dark ? "dark" : finish(body))
                                            + " body shines through",
                                    has(bench, Plate.WHITE)
                                            ? "Lay a white plate under it, unless the body is meant"
                                                    + " to shine through."
                                            : "Choose a white body: this print has no white.")
                            .mendedBy(whitePlate(bench)));
            return;
        }
    }

    /** Layers on a plate that this print method does not have. */
    static void missing(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            Layer layer = entry.getValue();
            if (has(bench, layer.tags().plate())) {
                continue;
            }
            String plate = word(layer.tags().plate());
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    FaceBench.place(layer),
                                    entry.getKey(),
                                    FaceBench.called(layer)
                                            + " belongs to the "
                                            + plate
                                            + " plate, which the print of this body does not have",
                                    "Put it on another plate, or choose a body that is printed"
                                            + " with one.")
                            .mendedBy(
                                    has(bench, Plate.COLOR)
                                            ? Mending.set(
                                                    "Print it in color",
                                                    entry.getKey(),
                                                    layer,
                                                    Map.of("plate", "color"))
                                            : null));
        }
    }

    private static @Nullable Fix whitePlate(FaceBench bench) {
        var stack = bench.bench().document().stack(bench.face());
        if (!has(bench, Plate.WHITE) || stack.isEmpty()) {
            return null;
        }
        int bleed = bench.body().bleed();
        try {
            return Mending.add(
                    "Lay a white plate",
                    Mending.id("white", bench.face().word()),
                    Layer.of(
                                    bench.face(),
                                    LayerOrder.between(null, stack.getFirst().getValue().order()),
                                    "White plate",
                                    new Box(
                                            -bleed,
                                            -bleed,
                                            bench.body().width() + 2 * bleed,
                                            bench.body().height() + 2 * bleed,
                                            0),
                                    new ShapeContent(ShapeContent.Kind.RECTANGLE, "#ffffff"))
                            .with(
                                    new LayerTags(
                                            "",
                                            false,
                                            LayerTags.Surface.PHYSICAL,
                                            Plate.WHITE,
                                            "")));
        } catch (IllegalArgumentException full) {
            return null;
        }
    }

    private static boolean hasWhite(FaceBench bench, Rectangle2D ink) {
        return bench.printed().stream()
                .map(Map.Entry::getValue)
                .filter(layer -> layer.tags().plate() == Plate.WHITE)
                .anyMatch(layer -> FaceBench.place(layer).contains(onCard(bench, ink)));
    }

    private static Rectangle2D onCard(FaceBench bench, Rectangle2D ink) {
        return ink.createIntersection(
                new Rectangle2D.Double(0, 0, bench.body().width(), bench.body().height()));
    }

    private static boolean has(FaceBench bench, Plate plate) {
        return bench.bench().profile().plates().contains(word(plate));
    }

    private static boolean shines(CardBody body) {
        return body.finish() == Finish.METALLIC || body.finish() == Finish.FROSTED;
    }

    private static String finish(CardBody body) {
        return body.finish().name().toLowerCase(Locale.ROOT);
    }

    private static String word(Plate plate) {
        return plate.name().toLowerCase(Locale.ROOT);
    }
}
