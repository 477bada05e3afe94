package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.ink.Drawing;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Checks of the zones of the card body. They look at ink, not at boxes. */
final class ZoneChecks {

    private static final int VISIBLE = 8;
    private static final double WHOLE = 0.98;
    private static final int FEW_PIXELS = 8;

    private ZoneChecks() {}

    private record Ink(int pixels, double part, Rectangle2D place) {}

    /**
     * Text in a zone is an error, and so is whatever has an edge in one that is to be kept clear. A
     * ground that covers such a zone wholly is noted: it will not be seen there.
     */
    static void ink(Rule rule, FaceBench bench, List<Finding> findings) {
        List<String> kinds = rule.words("zones");
        boolean holdsPicture = rule.parameters().required("may-hold-a-picture").asBoolean();
        for (Zone zone : bench.body().zones()) {
            if (zone.face() != bench.face() || !kinds.contains(zone.kind().name())) {
                continue;
            }
            for (Drawing drawing : bench.plan().drawings()) {
                judge(rule, bench, zone, drawing, holdsPicture, findings);
            }
        }
    }

    private static void judge(
            Rule rule,
            FaceBench bench,
            Zone zone,
            Drawing drawing,
            boolean holdsPicture,
            List<Finding> findings) {
        Rectangle2D area = FaceBench.area(zone);
        if (!drawing.bounds().intersects(area)) {
            return;
        }
        Ink ink = inkIn(bench, drawing, area);
        boolean text = FaceBench.isText(drawing);
        boolean isMark = holdsPicture && !text && area.contains(drawing.bounds());
        if (ink.pixels() < FEW_PIXELS || isMark || (!text && !zone.keepClear())) {
            return;
        }
        String name = FaceBench.called(bench.layer(drawing.layer()));
        String where = words(zone.kind());
        if (text || ink.part() < WHOLE) {
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    ink.place(),
                                    drawing.layer(),
                                    name + " prints into the " + where,
                                    "Move it out of the "
                                            + where
                                            + (text
                                                    ? "."
                                                    : ", or let it cover that area as a ground."))
                            .mendedBy(
                                    Mending.move(
                                            "Move it out",
                                            bench.room(),
                                            drawing.layer(),
                                            bench.layer(drawing.layer()),
                                            drawing.bounds())));
        } else {
            findings.add(
                    bench.finding(
                            rule,
                            Severity.NOTE,
                            ink.place(),
                            drawing.layer(),
                            name + " lies as a ground under the " + where,
                            "Nothing to do if nothing of it has to be seen there."));
        }
    }

    private static Ink inkIn(FaceBench bench, Drawing drawing, Rectangle2D area) {
        Patch ink = bench.ink(drawing);
        Rectangle pixels = bench.sheet().toPixels().createTransformedShape(area).getBounds();
        Rectangle part = pixels.intersection(ink.place());
        Rectangle found = new Rectangle();
        int count = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                if (ink.alpha(x, y) > VISIBLE) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    found = count == 0 ? pixel : found.union(pixel);
                    count++;
                }
            }
        }
        double scale = bench.sheet().scale();
        Rectangle2D place =
                new Rectangle2D.Double(
                        found.x / scale - bench.sheet().margin(),
                        found.y / scale - bench.sheet().margin(),
                        found.width / scale,
                        found.height / scale);
        return new Ink(count, (double) count / Math.max(1, pixels.width * pixels.height), place);
    }

    private static String words(ZoneKind kind) {
        return switch (kind) {
            case CHIP -> "chip zone";
            case STRIPE -> "zone of the magnetic stripe";
            case SIGNATURE -> "signature panel";
            case HOLOGRAM -> "hologram's place";
            case NETWORK_MARK -> "area of the network's mark";
            case CONTACTLESS_MARK -> "place of the contactless mark";
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
