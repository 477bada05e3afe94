package io.cardloom.designer.preflight;

import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.Paint;
import io.cardloom.designer.separation.CmykPicture;
import io.cardloom.designer.separation.CmykTable;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** How much ink lies on each other. */
final class InkCheck {

    private static final class Table {
        static final CmykTable INKS = CmykTable.fogra39();
    }

    private InkCheck() {}

    static void coverage(Rule rule, FaceBench bench, List<Finding> findings) {
        if (bench.plan().drawings().isEmpty()) {
            return;
        }
        int most = rule.number("most");
        CmykPicture.Coverage coverage =
                Table.INKS.of(mixed(bench)).coverage(most + rule.number("tolerance"));
        if (coverage.over() * 100 <= rule.decimal("percent")) {
            return;
        }
        double scale = bench.sheet().scale();
        findings.add(
                bench.finding(
                        rule,
                        rule.severity(),
                        new Rectangle2D.Double(
                                coverage.x() / scale - bench.sheet().margin(),
                                coverage.y() / scale - bench.sheet().margin(),
                                1 / scale,
                                1 / scale),
                        null,
                        String.format(
                                Locale.ROOT,
                                "On %.1f %% of the %s lies more ink than this print dries; %.0f %%"
                                        + " at most, and %d %% are the limit",
                                coverage.over() * 100,
                                bench.face().word(),
                                coverage.highest(),
                                most),
                        "Lighten the darkest colors, or set flat areas in pure black."));
    }

    /** All that is mixed from inks, on white: what is pure black prints with black alone. */
    private static BufferedImage mixed(FaceBench bench) {
        BufferedImage all =
                new BufferedImage(
                        bench.sheet().widthPx(),
                        bench.sheet().heightPx(),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = all.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, all.getWidth(), all.getHeight());
        for (Drawing drawing : bench.plan().drawings()) {
            if (!isPureBlack(drawing)) {
                bench.ink(drawing).lay(g);
            }
        }
        g.dispose();
        return all;
    }

    private static boolean isPureBlack(Drawing drawing) {
        return drawing instanceof Drawing.Fill fill
                && fill.paint() instanceof Paint.Solid
                && fill.rgb() == 0
                && fill.coats().isEmpty();
    }
}
