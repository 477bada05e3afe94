package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Ink that reaches the trimmed edge has to run on to the end of the bleed. */
final class BleedCheck {

    private static final int OPAQUE = 250;

    private BleedCheck() {}

    static void bleed(Rule rule, FaceBench bench, List<Finding> findings) {
        int bleed = (int) Math.floor(bench.body().bleed() * bench.sheet().scale());
        if (bleed < 2 || bench.plan().drawings().isEmpty()) {
            return;
        }
        BufferedImage ink = bench.ink();
        for (Side side : Side.values()) {
            Gap gap = gap(ink, side, bleed);
            double length = gap.pixels() / bench.sheet().scale();
            if (length > rule.number("tolerance")) {
                Rectangle2D place = place(bench, side, gap);
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        place,
                                        null,
                                        String.format(
                                                Locale.ROOT,
                                                "At the %s edge the print stops short of the bleed"
                                                        + " on %.1f mm",
                                                side.name().toLowerCase(Locale.ROOT),
                                                length / 1000),
                                        String.format(
                                                Locale.ROOT,
                                                "Let it run %.1f mm over the edge, or keep it away"
                                                        + " from the edge.",
                                                bench.body().bleed() / 1000.0))
                                .mendedBy(BleedFix.of(bench, place)));
            }
        }
    }

    private enum Side {
        LEFT,
        RIGHT,
        UPPER,
        LOWER;

        boolean upright() {
            return this == LEFT || this == RIGHT;
        }

        int alpha(BufferedImage ink, int along, int depth) {
            int x = this == LEFT ? depth : this == RIGHT ? ink.getWidth() - 1 - depth : along;
            int y = this == UPPER ? depth : this == LOWER ? ink.getHeight() - 1 - depth : along;
            return ink.getRGB(x, y) >>> 24;
        }
    }

    private record Gap(int pixels, int from, int to) {}

    private static Gap gap(BufferedImage ink, Side side, int bleed) {
        int length = side.upright() ? ink.getHeight() : ink.getWidth();
        int pixels = 0;
        int from = length;
        int to = 0;
        for (int along = bleed; along < length - bleed; along++) {
            boolean reaches = side.alpha(ink, along, bleed + 1) >= OPAQUE;
            boolean covered = true;
            for (int depth = 1; depth < bleed && covered; depth++) {
                covered = side.alpha(ink, along, depth) >= OPAQUE;
            }
            if (reaches && !covered) {
                pixels++;
                from = Math.min(from, along);
                to = Math.max(to, along + 1);
            }
        }
        return new Gap(pixels, from, to);
    }

    private static Rectangle2D place(FaceBench bench, Side side, Gap gap) {
        CardBody body = bench.body();
        double start = gap.from() / bench.sheet().scale() - body.bleed();
        double length = (gap.to() - gap.from()) / bench.sheet().scale();
        return switch (side) {
            case LEFT -> new Rectangle2D.Double(-body.bleed(), start, body.bleed(), length);
            case RIGHT -> new Rectangle2D.Double(body.width(), start, body.bleed(), length);
            case UPPER -> new Rectangle2D.Double(start, -body.bleed(), length, body.bleed());
            case LOWER -> new Rectangle2D.Double(start, body.height(), length, body.bleed());
        };
    }
}
