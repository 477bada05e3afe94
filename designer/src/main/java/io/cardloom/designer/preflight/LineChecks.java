package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.LineLetters;
import io.cardloom.designer.cardbody.LineMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Checks of fields that the card body does not print with the picture. */
final class LineChecks {

    private LineChecks() {}

    /** The zone that makes this layer's line in a way of its own. */
    static Optional<Zone> zone(FaceBench bench, Layer layer) {
        Box box = layer.box();
        return layer.content() instanceof FieldContent
                ? bench.body()
                        .lineAt(layer.face(), box.x() + box.width() / 2, box.y() + box.height() / 2)
                : Optional.empty();
    }

    /** Fields that wheels cannot strike: turned, in other letters, or without room. */
    static void struck(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            Layer layer = entry.getValue();
            Optional<Zone> zone = zone(bench, layer).filter(z -> z.line().method().isStruck());
            if (zone.isPresent() && layer.content() instanceof FieldContent field) {
                struck(rule, bench, entry.getKey(), layer, field, zone.get(), findings);
            }
        }
    }

    private static void struck(
            Rule rule,
            FaceBench bench,
            LayerId id,
            Layer layer,
            FieldContent field,
            Zone zone,
            List<Finding> findings) {
        String made = " is " + zone.line().method().words();
        int room = zone.line().letters(layer.box().width());
        int longest = rule.parameters().path(field.key().name()).asInt(0);
        if (layer.box().rotation() != 0) {
            found(
                    rule,
                    bench,
                    Severity.ERROR,
                    id,
                    layer,
                    made + ", and its box is turned",
                    "Turn it back: wheels strike upright lines only.",
                    findings);
        } else if (!LineLetters.hold(zone, field.sample())) {
            found(
                    rule,
                    bench,
                    Severity.ERROR,
                    id,
                    layer,
                    made + ", and its sample has letters that no wheel has",
                    "This line holds %s. Write the sample so, and move what needs other letters."
                            .formatted(LineLetters.words(zone)),
                    findings);
        } else if (field.sample().length() > room || longest > room) {
            found(
                    rule,
                    bench,
                    field.sample().length() > room ? Severity.ERROR : Severity.WARNING,
                    id,
                    layer,
                    made
                            + " and has room for "
                            + room
                            + " letters, where "
                            + Math.max(longest, field.sample().length())
                            + " may come",
                    "Make its box wider; rows of a list that do not fit are refused.",
                    findings);
        }
    }

    /** Fields that reach over the edge of a zone whose lines are made in a way of their own. */
    static void edge(Rule rule, FaceBench bench, List<Finding> findings) {
        double slack = rule.number("slack");
        for (Zone zone : bench.body().zones(bench.face())) {
            if (zone.line().method() == LineMethod.FLAT) {
                continue;
            }
            Rectangle2D area = FaceBench.area(zone);
            Rectangle2D allowed =
                    new Rectangle2D.Double(
                            area.getX() - slack,
                            area.getY() - slack,
                            area.getWidth() + 2 * slack,
                            area.getHeight() + 2 * slack);
            for (var entry : bench.printed()) {
                Layer layer = entry.getValue();
                if (!(layer.content() instanceof FieldContent)) {
                    continue;
                }
                Rectangle2D place = FaceBench.place(layer);
                Rectangle2D both = place.createIntersection(area);
                boolean touches = both.getWidth() > slack && both.getHeight() > slack;
                if (touches && !allowed.contains(place)) {
                    boolean inside = zone(bench, layer).filter(zone::equals).isPresent();
                    found(
                            rule,
                            bench,
                            rule.severity(),
                            entry.getKey(),
                            layer,
                            " reaches over the edge of lines that are "
                                    + zone.line().method().words(),
                            inside
                                    ? "Keep it within these lines, or move it out of them."
                                    : "It is printed with the picture: move it out of them.",
                            findings);
                }
            }
        }
    }

    private static void found(
            Rule rule,
            FaceBench bench,
            Severity severity,
            LayerId id,
            Layer layer,
            String message,
            String remedy,
            List<Finding> findings) {
        findings.add(
                bench.finding(
                        rule,
                        severity,
                        FaceBench.place(layer),
                        id,
                        FaceBench.called(layer) + message,
                        remedy));
    }
}
