package io.cardloom.designer.preflight;

import io.cardloom.designer.design.FieldContent;
import java.awt.geom.Rectangle2D;
import java.util.List;

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
                                Severity.WARNING,
                                FaceBench.place(layer),
                                entry.getKey(),
                                FaceBench.called(layer)
                                        + (blank
                                                ? layer.content() instanceof FieldContent
                                                        ? " has no sample: the proof cannot show it"
                                                        : " has no text"
                                                : " is fully transparent"),
                                blank
                                        ? "Write something, or remove it."
                                        : "Remove it, or hide it."));
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
                                    ? Severity.ERROR
                                    : Severity.NOTE,
                            new Rectangle2D.Double(
                                    0, 0, bench.body().width(), bench.body().height()),
                            null,
                            "Nothing is printed on the " + bench.face().word(),
                            "Nothing to do if it is meant to stay blank."));
        }
    }
}
