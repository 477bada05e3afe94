package io.cardloom.portal.component;

import com.vaadin.flow.component.Svg;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * A fine-line rosette, as security printers engrave them: bands of one wave each, laid around a
 * circle many times, each time turned a little. The same word always draws the same rosette.
 */
public final class Guilloche extends Svg {

    private static final int BANDS = 3;
    private static final int STEPS_A_WAVE = 6;

    /** A decoration that says nothing to a screen reader. */
    public Guilloche(String word) {
        setSvg(svg(word));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The drawing, 240 units square, in the color of the text around it. */
    public static String svg(String word) {
        return svg(word, "0.5");
    }

    /**
     * @param line width of the lines, in the drawing's units
     */
    static String svg(String word, String line) {
        Random random = new Random(seed(word));
        String key = "g" + Long.toHexString(seed(word));
        StringBuilder svg = new StringBuilder(16_000);
        svg.append("<svg class=\"cl-guilloche\" xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" viewBox=\"-120 -120 240 240\" fill=\"none\" stroke=\"currentColor\"")
                .append(" stroke-width=\"")
                .append(line)
                .append("\">");
        int lobes = 3 + random.nextInt(5);
        double inner = 10 + random.nextInt(10);
        for (int band = 0; band < BANDS; band++) {
            int waves = lobes * (1 + random.nextInt(2) + (lobes < 5 ? band : band / 2));
            double outer = 46 + band * 35 + random.nextInt(6);
            int turns = 14 + 2 * random.nextInt(4);
            Wave wave =
                    new Wave(
                            (inner + outer) / 2,
                            (outer - inner) / 2,
                            waves,
                            lobes,
                            0.12 + random.nextDouble() / 5);
            svg.append("<path id=\"").append(key).append(band).append("\" pathLength=\"1\" d=\"");
            wave.draw(svg);
            svg.append("\"/>");
            for (int turn = 1; turn < turns; turn++) {
                svg.append(
                        String.format(
                                Locale.ROOT,
                                "<use href=\"#%s%d\" transform=\"rotate(%.3f)\"/>",
                                key,
                                band,
                                360.0 * turn / (turns * lobes)));
            }
            inner = outer - 6 - random.nextInt(14);
        }
        return svg.append("</svg>").toString();
    }

    /**
     * One closed wave around the middle: {@code r = middle + reach (1 - dip + dip cos(lobes a))
     * cos(waves a)}.
     */
    private record Wave(double middle, double reach, int waves, int lobes, double dip) {

        void draw(StringBuilder d) {
            int steps = (waves + lobes) * STEPS_A_WAVE;
            double step = 2 * Math.PI / steps;
            for (int i = 0; i <= steps; i++) {
                double a = i * step;
                double r = middle + envelope(a) * Math.cos(waves * a);
                double slope =
                        -reach * dip * lobes * Math.sin(lobes * a) * Math.cos(waves * a)
                                - envelope(a) * waves * Math.sin(waves * a);
                double x = r * Math.cos(a);
                double y = r * Math.sin(a);
                double dx = (slope * Math.cos(a) - r * Math.sin(a)) * step / 3;
                double dy = (slope * Math.sin(a) + r * Math.cos(a)) * step / 3;
                if (i == 0) {
                    d.append('M').append(point(x, y)).append('C').append(point(x + dx, y + dy));
                    d.append(' ');
                } else {
                    d.append(i == 1 ? "" : "S").append(point(x - dx, y - dy)).append(' ');
                    d.append(point(x, y));
                }
            }
            d.append('Z');
        }

        private double envelope(double a) {
            return reach * (1 - dip + dip * Math.cos(lobes * a));
        }
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }

    private static long seed(String word) {
        CRC32 sum = new CRC32();
        sum.update(word.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
