package io.cardloom.designer.preflight;

import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The contrast of text with what lies beneath it: the ratio of relative luminances (WCAG 2.2,
 * 1.4.3) with every pixel under and close around the outline, judged on a low percentile.
 */
final class ContrastCheck {

    private static final double DPI = 300;

    private ContrastCheck() {}

    static void contrast(Rule rule, FaceBench bench, List<Finding> findings) {
        if (bench.plan().drawings().stream().noneMatch(FaceBench::isText)) {
            return;
        }
        Sheet sheet = Sheet.of(bench.body(), 0, DPI);
        RasterInk ink = new RasterInk(sheet, bench.bench().pictures());
        BufferedImage card = ink.filled(Integer.parseInt(bench.body().color().substring(1), 16));
        for (Drawing drawing : bench.plan().drawings()) {
            if (drawing instanceof Drawing.Fill fill && FaceBench.isText(drawing)) {
                judge(rule, bench, fill, sheet, card, findings);
            }
            ink.draw(card, List.of(drawing));
        }
    }

    private static void judge(
            Rule rule,
            FaceBench bench,
            Drawing.Fill text,
            Sheet sheet,
            BufferedImage below,
            List<Finding> findings) {
        double[] ratios = ratios(text, sheet, below, rule.number("reach"));
        if (ratios.length == 0) {
            return;
        }
        double ratio = ratios[(int) ((ratios.length - 1) * rule.decimal("percentile") / 100)];
        double least = rule.decimal(isLarge(rule, bench, text) ? "warning-large" : "warning");
        if (ratio < least) {
            findings.add(
                    bench.finding(
                            rule,
                            ratio < rule.decimal("error") ? Severity.ERROR : Severity.WARNING,
                            text.bounds(),
                            text.layer(),
                            String.format(
                                    Locale.ROOT,
                                    "%s has a contrast of %.1f to 1 where it is weakest; %.1f are"
                                            + " needed",
                                    FaceBench.called(bench.layer(text.layer())),
                                    ratio,
                                    least),
                            "Make the text lighter or darker than what lies beneath, or put a"
                                    + " plain ground under it."));
        }
    }

    private static boolean isLarge(Rule rule, FaceBench bench, Drawing.Fill text) {
        int weight =
                switch (bench.layer(text.layer()).content()) {
                    case TextContent fixed -> fixed.weight();
                    case FieldContent field -> field.weight();
                    default -> 400;
                };
        return text.size() >= rule.number("large")
                || (weight >= 700 && text.size() >= rule.number("large-bold"));
    }

    private static double[] ratios(Drawing.Fill text, Sheet sheet, BufferedImage below, int reach) {
        Shape outline = sheet.toPixels().createTransformedShape(text.outline());
        Rectangle place = outline.getBounds();
        place.grow(reach + 1, reach + 1);
        place = place.intersection(new Rectangle(below.getWidth(), below.getHeight()));
        if (place.isEmpty()) {
            return new double[0];
        }
        BufferedImage mask = mask(outline, place, reach);
        double[] ratios = new double[place.width * place.height];
        int count = 0;
        for (int y = 0; y < place.height; y++) {
            for (int x = 0; x < place.width; x++) {
                if ((mask.getRGB(x, y) & 255) > 127) {
                    int ground = below.getRGB(place.x + x, place.y + y);
                    ratios[count++] = ratio(over(text, ground), ground);
                }
            }
        }
        double[] found = Arrays.copyOf(ratios, count);
        Arrays.sort(found);
        return found;
    }

    private static BufferedImage mask(Shape outline, Rectangle place, int reach) {
        BufferedImage mask =
                new BufferedImage(place.width, place.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = mask.createGraphics();
        g.translate(-place.x, -place.y);
        g.setColor(Color.WHITE);
        g.fill(outline);
        g.setStroke(new BasicStroke(2f * reach, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.dispose();
        return mask;
    }

    private static int over(Drawing.Fill text, int ground) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int ink = text.rgb() >> shift & 255;
            int under = ground >> shift & 255;
            mixed |= (ink * text.opacity() + under * (1000 - text.opacity())) / 1000 << shift;
        }
        return mixed;
    }

    /** The contrast ratio of two sRGB colors, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
