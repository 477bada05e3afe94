package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks of the places where each card gets its own values. */
final class FieldChecks {

    private FieldChecks() {}

    /** Fields that the longest value does not fit, or makes too small. */
    static void overflow(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            boolean struck =
                    LineChecks.zone(bench, entry.getValue())
                            .filter(zone -> zone.line().method().isStruck())
                            .isPresent();
            if (!struck && entry.getValue().content() instanceof FieldContent field) {
                overflow(rule, bench, entry.getKey(), entry.getValue(), field, findings);
            }
        }
    }

    private static void overflow(
            Rule rule,
            FaceBench bench,
            LayerId id,
            Layer layer,
            FieldContent field,
            List<Finding> findings) {
        var longest = rule.parameters().get(field.key().name());
        String value = longest == null ? field.sample() : longest.asString();
        int least = bench.bench().smallestText();
        Severity severity = Severity.WARNING;
        String message;
        try {
            int size = bench.bench().planner().line(field, layer.box(), value).text().size();
            if (size >= field.size() || size >= least) {
                return;
            }
            message =
                    String.format(
                            Locale.ROOT,
                            " shrinks to %.1f pt when its value is %d characters long",
                            Points.of(size),
                            value.length());
        } catch (Refusal refused) {
            if (!refused.code().equals("FIELD_TEXT_TOO_LONG")) {
                return;
            }
            severity = rule.severity();
            message =
                    " cannot hold a value of "
                            + value.length()
                            + " characters even at its smallest";
        }
        findings.add(
                bench.finding(
                                rule,
                                severity,
                                FaceBench.place(layer),
                                id,
                                FaceBench.called(layer) + message,
                                "Make its box wider, its type smaller, or choose a narrower font.")
                        .mendedBy(FieldFix.wider(bench, id, layer, field, value, least)));
    }

    /** Fields that a body with a line for them has to carry. */
    static void missing(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Zone zone : bench.body().zones(bench.face())) {
            for (String word : rule.words(zone.kind().name())) {
                FieldKey key = FieldKey.valueOf(word);
                boolean there =
                        bench.bench().document().layers().values().stream()
                                .filter(layer -> !layer.hidden())
                                .anyMatch(layer -> isOf(layer, key));
                if (!there) {
                    findings.add(
                            bench.finding(
                                            rule,
                                            rule.severity(),
                                            FaceBench.area(zone),
                                            null,
                                            "The card body has a line for the "
                                                    + words(key)
                                                    + ", and no field prints it",
                                            "Add the field for the " + words(key) + " there.")
                                    .mendedBy(FieldFix.add(bench, zone, key)));
                }
            }
        }
    }

    /** Fields that stand beside the line that the body has for them. */
    static void line(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            Layer layer = entry.getValue();
            Optional<Zone> zone = lineOf(rule, bench, layer);
            if (zone.isEmpty()) {
                continue;
            }
            Rectangle2D area = FaceBench.area(zone.get());
            Rectangle2D place = FaceBench.place(layer);
            double slack = rule.number("slack");
            Rectangle2D allowed =
                    new Rectangle2D.Double(
                            area.getX() - slack,
                            area.getY() - slack,
                            area.getWidth() + 2 * slack,
                            area.getHeight() + 2 * slack);
            if (!allowed.contains(place)) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        place,
                                        entry.getKey(),
                                        FaceBench.called(layer)
                                                + " stands outside the line that the card body has"
                                                + " for it",
                                        "Move it into its line, or change the card body.")
                                .mendedBy(
                                        Mending.move(
                                                "Move it into its line",
                                                new Room(allowed, List.of()),
                                                entry.getKey(),
                                                layer,
                                                place)));
            }
        }
    }

    private static Optional<Zone> lineOf(Rule rule, FaceBench bench, Layer layer) {
        return bench.body().zones(bench.face()).stream()
                .filter(
                        zone ->
                                rule.words(zone.kind().name()).stream()
                                        .anyMatch(key -> isOf(layer, FieldKey.valueOf(key))))
                .findFirst();
    }

    /** A security code on the side that shows the number. */
    static void codeBesideNumber(Rule rule, FaceBench bench, List<Finding> findings) {
        boolean numbered = bench.printed().stream().anyMatch(e -> isOf(e.getValue(), FieldKey.PAN));
        for (var entry : bench.printed()) {
            if (numbered && isOf(entry.getValue(), FieldKey.SECURITY_CODE)) {
                findings.add(
                        bench.finding(
                                rule,
                                rule.severity(),
                                FaceBench.place(entry.getValue()),
                                entry.getKey(),
                                FaceBench.called(entry.getValue())
                                        + " stands on the side that shows the card number",
                                "Move one of them to the other side: a picture of one side should"
                                        + " not be enough to pay."));
            }
        }
    }

    /** Boxes of fields under the contacts: the sample may miss them, another value will not. */
    static void contacts(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Zone chip : bench.body().zones(bench.face())) {
            if (chip.kind() != ZoneKind.CHIP) {
                continue;
            }
            for (var entry : bench.printed()) {
                Layer layer = entry.getValue();
                Rectangle2D place = FaceBench.place(layer);
                if (layer.content() instanceof FieldContent
                        && place.intersects(FaceBench.area(chip))) {
                    findings.add(
                            bench.finding(
                                            rule,
                                            rule.severity(),
                                            place,
                                            entry.getKey(),
                                            "The box of "
                                                    + FaceBench.called(layer)
                                                    + " reaches under the chip's contacts",
                                            "Move the box, or make it narrower: a longer value"
                                                    + " would print there.")
                                    .mendedBy(
                                            Mending.move(
                                                    "Move it away from the chip",
                                                    bench.room(),
                                                    entry.getKey(),
                                                    layer,
                                                    place)));
                }
            }
        }
    }

    /** Fields whose boxes lie over each other: long values print into each other. */
    static void overlap(Rule rule, FaceBench bench, List<Finding> findings) {
        List<Map.Entry<LayerId, Layer>> fields =
                bench.printed().stream()
                        .filter(e -> e.getValue().content() instanceof FieldContent)
                        .toList();
        for (int i = 1; i < fields.size(); i++) {
            Layer upper = fields.get(i).getValue();
            Rectangle2D place = FaceBench.place(upper);
            for (Map.Entry<LayerId, Layer> lower : fields.subList(0, i)) {
                Rectangle2D both = place.createIntersection(FaceBench.place(lower.getValue()));
                if (both.getWidth() > rule.number("apart")
                        && both.getHeight() > rule.number("apart")) {
                    findings.add(
                            bench.finding(
                                            rule,
                                            rule.severity(),
                                            both,
                                            fields.get(i).getKey(),
                                            "The boxes of "
                                                    + FaceBench.called(upper)
                                                    + " and "
                                                    + FaceBench.called(lower.getValue())
                                                    + " lie over each other",
                                            "Move them apart: long values would print into each"
                                                    + " other.")
                                    .mendedBy(
                                            Mending.move(
                                                    "Move it beside",
                                                    bench.room().and(boxes(fields, i)),
                                                    fields.get(i).getKey(),
                                                    upper,
                                                    place)));
                    break;
                }
            }
        }
    }

    private static List<Rectangle2D> boxes(List<Map.Entry<LayerId, Layer>> fields, int but) {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (i != but) {
                boxes.add(FaceBench.place(fields.get(i).getValue()));
            }
        }
        return boxes;
    }

    private static boolean isOf(Layer layer, FieldKey key) {
        return layer.content() instanceof FieldContent field && field.key() == key;
    }

    private static String words(FieldKey key) {
        return switch (key) {
            case PAN -> "card number";
            case EXPIRY -> "expiry date";
            case CARDHOLDER_NAME -> "cardholder's name";
            default -> key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
