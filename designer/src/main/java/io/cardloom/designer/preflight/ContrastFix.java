package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerOrder;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.ink.Drawing;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a text readable: another color of it, of the plate behind it, or a new plate. */
final class ContrastFix {

    private static final int MARGIN = 800;

    private ContrastFix() {}

    static double ratio(int rgb, int opacity, int[] samples, double percent) {
        return Ground.percentile(
                samples,
                percent,
                ground -> Luminance.ratio(Luminance.over(rgb, opacity, ground), ground));
    }

    static @Nullable Fix of(
            FaceBench bench, Drawing.Fill text, int[] samples, double percent, double least) {
        double black = ratio(0, text.opacity(), samples, percent);
        double white = ratio(0xffffff, text.opacity(), samples, percent);
        Layer layer = bench.layer(text.layer());
        if (Math.max(black, white) >= least) {
            boolean light = white > black;
            return Mending.set(
                    light ? "Set it in white" : "Set it in black",
                    text.layer(),
                    layer,
                    Map.of("color", light ? "#ffffff" : "#000000"));
        }
        if (text.opacity() < 1000 || layer.box().rotation() != 0) {
            return null;
        }
        Rectangle2D area =
                text.kind() == Drawing.Fill.Kind.FIELD
                        ? FaceBench.place(layer).createUnion(text.bounds())
                        : text.bounds();
        Optional<Fix> plate =
                plate(bench, text, area).flatMap(under -> shade(bench, under, text, least));
        return plate.orElseGet(() -> lay(bench, text, area));
    }

    /** The plain shape right beneath that holds the whole text, if there is one. */
    private static Optional<LayerId> plate(FaceBench bench, Drawing.Fill text, Rectangle2D area) {
        List<Drawing> drawings = bench.plan().drawings();
        for (int i = drawings.indexOf(text) - 1; i >= 0; i--) {
            Drawing below = drawings.get(i);
            if (below.bounds().intersects(area)) {
                boolean holds =
                        below instanceof Drawing.Fill fill
                                && fill.kind() == Drawing.Fill.Kind.SHAPE
                                && fill.outline().contains(area);
                return holds ? Optional.of(below.layer()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Fix> shade(
            FaceBench bench, LayerId id, Drawing.Fill text, double least) {
        Layer layer = bench.layer(id);
        if (!(layer.content() instanceof ShapeContent shape)
                || shape.coloring().kind() != Coloring.Kind.SOLID
                || layer.opacity() < 1000) {
            return Optional.empty();
        }
        boolean lighten = Luminance.of(text.rgb()) < 0.18;
        for (int tenths = 1; tenths <= 10; tenths++) {
            int shade =
                    Luminance.towards(Luminance.parse(shape.coloring().fill()), lighten, tenths);
            if (Luminance.ratio(text.rgb(), shade) >= least) {
                return Optional.ofNullable(
                        Mending.set(
                                lighten ? "Lighten the plate" : "Darken the plate",
                                id,
                                layer,
                                Map.of("fill", Luminance.write(shade))));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Fix lay(FaceBench bench, Drawing.Fill text, Rectangle2D ink) {
        Layer layer = bench.layer(text.layer());
        boolean light = Luminance.of(text.rgb()) < 0.18;
        Optional<String> order = orderBelow(bench, text.layer());
        return order.isEmpty()
                ? null
                : Mending.add(
                        "Put a plate behind it",
                        Mending.id("plate", text.layer().value()),
                        Layer.of(
                                layer.face(),
                                order.get(),
                                "Plate",
                                new Box(
                                        (int) ink.getX() - MARGIN,
                                        (int) ink.getY() - MARGIN,
                                        (int) ink.getWidth() + 2 * MARGIN,
                                        (int) ink.getHeight() + 2 * MARGIN,
                                        0),
                                new ShapeContent(
                                        ShapeContent.Kind.RECTANGLE,
                                        light ? "#ffffff" : "#000000")));
    }

    /** An order right below a layer; empty when there is no room for one. */
    private static Optional<String> orderBelow(FaceBench bench, LayerId id) {
        String below = null;
        for (var entry : bench.bench().document().stack(bench.face())) {
            if (entry.getKey().equals(id)) {
                return between(below, entry.getValue().order());
            }
            below = entry.getValue().order();
        }
        return Optional.empty();
    }

    private static Optional<String> between(@Nullable String below, String above) {
        try {
            String order = LayerOrder.between(below, above);
            return order.length() > 64 ? Optional.empty() : Optional.of(order);
        } catch (IllegalArgumentException full) {
            return Optional.empty();
        }
    }
}
