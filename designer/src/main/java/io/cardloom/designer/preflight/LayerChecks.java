package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks of layers as such. */
final class LayerChecks {

    private LayerChecks() {}

    /** Layers that print nothing. */
    static void empty(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            var layer = entry.getValue();
            boolean blank = TextChecks.isBlank(layer);
            if (blank || layer.opacity() == 0) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(layer),
                                        entry.getKey(),
                                        FaceBench.called(layer)
                                                + (blank
                                                        ? layer.content() instanceof FieldContent
                                                                ? " has no sample: the proof cannot"
                                                                        + " show it"
                                                                : " has no text"
                                                        : " is fully transparent"),
                                        blank
                                                ? "Write something, or remove it."
                                                : "Remove it, or hide it.")
                                .mendedBy(Mending.remove(entry.getKey(), layer)));
            }
        }
    }

    /** A face without anything on it. */
    static void blank(Rule rule, FaceBench bench, List<Finding> findings) {
        if (bench.printed().isEmpty()) {
            findings.add(
                    bench.finding(
                            rule,
                            bench.bench().document().layers().isEmpty()
                                    ? rule.severity()
                                    : Severity.NOTE,
                            new Rectangle2D.Double(
                                    0, 0, bench.body().width(), bench.body().height()),
                            null,
                            "Nothing is printed on the " + bench.face().word(),
                            "Nothing to do if it is meant to stay blank."));
        }
    }

    /** Two layers of the same content at nearly the same place: one was pasted by mistake. */
    static void twins(Rule rule, FaceBench bench, List<Finding> findings) {
        Map<Content, List<Layer>> seen = new HashMap<>();
        int apart = rule.number("apart");
        for (var entry : bench.printed()) {
            Layer layer = entry.getValue();
            List<Layer> same = seen.computeIfAbsent(layer.content(), c -> new ArrayList<>());
            if (same.stream().anyMatch(other -> isNear(layer.box(), other.box(), apart))) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(layer),
                                        entry.getKey(),
                                        FaceBench.called(layer)
                                                + " lies on a layer that shows the same",
                                        "Remove one of the two: edges print twice and get heavier.")
                                .mendedBy(Mending.remove(entry.getKey(), layer)));
            }
            same.add(layer);
        }
    }

    private static boolean isNear(Box one, Box other, int apart) {
        return Math.abs(one.x() - other.x()) <= apart
                && Math.abs(one.y() - other.y()) <= apart
                && Math.abs(one.width() - other.width()) <= apart
                && Math.abs(one.height() - other.height()) <= apart
                && Math.abs(one.rotation() - other.rotation()) <= 1000;
    }

    /** Layers that nobody sees go with the design for ever. */
    static void hidden(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.bench().document().stack(bench.face())) {
            Layer layer = entry.getValue();
            if (layer.hidden()) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(layer),
                                        entry.getKey(),
                                        FaceBench.called(layer)
                                                + " is hidden: it is not printed, but it stays in"
                                                + " the design that you hand on",
                                        "Nothing to do if you want to keep it; else remove it.")
                                .mendedBy(Mending.remove(entry.getKey(), layer)));
            }
        }
    }
}
