package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.PathContent;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.design.Typeset;
import io.cardloom.designer.ink.Drawing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks of colors and strokes as a print method lays them down. */
final class ColorChecks {

    private ColorChecks() {}

    /** The property that holds a layer's color, and the color. */
    private record Paint(String property, int rgb) {}

    private static Optional<Paint> paint(Layer layer) {
        return switch (layer.content()) {
            case Typeset type -> Optional.of(new Paint("color", Luminance.parse(type.color())));
            case ShapeContent shape when shape.coloring().kind() == Coloring.Kind.SOLID ->
                    Optional.of(new Paint("fill", Luminance.parse(shape.coloring().fill())));
            case PathContent path when path.coloring().kind() == Coloring.Kind.SOLID ->
                    Optional.of(new Paint("fill", Luminance.parse(path.coloring().fill())));
            default -> Optional.empty();
        };
    }

    /** Small text that is nearly black would be mixed from all inks and print with fringes. */
    static void nearBlack(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Fill text)
                    || !FaceBench.isText(text)
                    || text.size() > rule.number("small")
                    || text.rgb() == 0
                    || highest(text.rgb()) > rule.number("dark")) {
                continue;
            }
            Layer layer = bench.layer(text.layer());
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    text.bounds(),
                                    text.layer(),
                                    FaceBench.called(layer)
                                            + " is nearly black and would be mixed from several"
                                            + " inks, which fringe at this size",
                                    "Set it in pure black (#000000), which prints with the black"
                                            + " ink alone.")
                            .mendedBy(
                                    Mending.set(
                                            "Set it in pure black",
                                            text.layer(),
                                            layer,
                                            Map.of("color", "#000000"))));
        }
    }

    private static int highest(int rgb) {
        return Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
    }

    /** Colors on a method that has one tone. */
    static void oneTone(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            Layer layer = entry.getValue();
            Optional<Paint> paint = paint(layer);
            if (paint.isEmpty() || paint.get().rgb() == 0 || paint.get().rgb() == 0xffffff) {
                continue;
            }
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    FaceBench.place(layer),
                                    entry.getKey(),
                                    String.format(
                                            Locale.ROOT,
                                            "%s has the color %s, and this body is engraved in one"
                                                    + " tone",
                                            FaceBench.called(layer),
                                            Luminance.write(paint.get().rgb())),
                                    "Set it in black; what stays blank is white.")
                            .mendedBy(
                                    Mending.set(
                                            "Set it in black",
                                            entry.getKey(),
                                            layer,
                                            Map.of(paint.get().property(), "#000000"))));
        }
    }

    /** A line, and the property that says how thick it is. */
    private record Line(String property, int thickness) {}

    /** Lines thinner than the method can hold, or than it can leave open in a dark ground. */
    static void hairline(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Fill line)) {
                continue;
            }
            Layer layer = bench.layer(line.layer());
            int least = rule.number(isReversed(rule, bench, line) ? "reversed" : "least");
            line(layer)
                    .filter(thin -> thin.thickness() < least)
                    .ifPresent(
                            thin ->
                                    findings.add(
                                            bench.finding(
                                                            rule,
                                                            rule.severity(),
                                                            line.bounds(),
                                                            line.layer(),
                                                            thin(layer, thin.thickness(), least),
                                                            String.format(
                                                                    Locale.ROOT,
                                                                    "Make it at least %.3f mm"
                                                                            + " thick.",
                                                                    least / 1000.0))
                                                    .mendedBy(
                                                            Mending.set(
                                                                    "Make it thick enough",
                                                                    line.layer(),
                                                                    layer,
                                                                    Map.of(
                                                                            thin.property(),
                                                                            least)))));
        }
    }

    private static String thin(Layer layer, int thickness, int least) {
        return String.format(
                Locale.ROOT,
                "%s is %.3f mm thin; this print holds %.3f mm here",
                FaceBench.called(layer),
                thickness / 1000.0,
                least / 1000.0);
    }

    /** The thinnest of a shape: its stroke, or itself where it is a bar. */
    private static Optional<Line> line(Layer layer) {
        Coloring coloring =
                switch (layer.content()) {
                    case ShapeContent shape -> shape.coloring();
                    case PathContent path -> path.coloring();
                    default -> null;
                };
        if (coloring == null) {
            return Optional.empty();
        }
        if (coloring.strokeWidth() > 0) {
            return Optional.of(new Line("strokeWidth", coloring.strokeWidth()));
        }
        boolean bar =
                layer.content() instanceof ShapeContent shape
                        && shape.shape() != ShapeContent.Kind.LINE
                        && coloring.kind() != Coloring.Kind.NONE;
        boolean flat = layer.box().height() <= layer.box().width();
        return bar
                ? Optional.of(
                        new Line(
                                flat ? "height" : "width",
                                Math.min(layer.box().width(), layer.box().height())))
                : Optional.empty();
    }

    private static boolean isReversed(Rule rule, FaceBench bench, Drawing.Fill line) {
        return bench.ground(line)
                .filter(g -> g.under().length > 0)
                .map(g -> Ground.percentile(g.under(), 50, rgb -> Luminance.of(rgb)))
                .filter(ground -> ground < rule.decimal("dark"))
                .filter(ground -> Luminance.of(line.rgb()) > ground)
                .isPresent();
    }
}
