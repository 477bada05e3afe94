package io.cardloom.designer.preflight;

import io.cardloom.designer.ink.Drawing;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Checks along the edge of the card. */
final class EdgeChecks {

    private EdgeChecks() {}

    /** Ink of text stays inside the safe margin. */
    static void safeArea(Rule rule, FaceBench bench, List<Finding> findings) {
        int margin = bench.body().safeMargin() - rule.number("tolerance");
        Rectangle2D safe =
                new Rectangle2D.Double(
                        margin,
                        margin,
                        bench.body().width() - 2.0 * margin,
                        bench.body().height() - 2.0 * margin);
        for (Drawing drawing : bench.plan().drawings()) {
            Rectangle2D ink = drawing.bounds();
            if (FaceBench.isText(drawing) && !ink.isEmpty() && !safe.contains(ink)) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        ink,
                                        drawing.layer(),
                                        FaceBench.called(bench.layer(drawing.layer()))
                                                + " reaches out of the safe area and may be cut",
                                        String.format(
                                                Locale.ROOT,
                                                "Move it at least %.1f mm away from every edge.",
                                                bench.body().safeMargin() / 1000.0))
                                .mendedBy(
                                        Mending.move(
                                                "Move it inside",
                                                bench.room(),
                                                drawing.layer(),
                                                bench.layer(drawing.layer()),
                                                ink)));
            }
        }
    }

    /** Layers of which nothing will be seen. */
    static void outside(Rule rule, FaceBench bench, List<Finding> findings) {
        Rectangle2D card =
                new Rectangle2D.Double(0, 0, bench.body().width(), bench.body().height());
        for (var entry : bench.printed()) {
            Rectangle2D place = FaceBench.place(entry.getValue());
            if (!card.intersects(place)) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        place,
                                        entry.getKey(),
                                        FaceBench.called(entry.getValue())
                                                + " lies beside the card",
                                        "Move it onto the card, or remove it.")
                                .mendedBy(Mending.remove(entry.getKey(), entry.getValue())));
            }
        }
    }
}
