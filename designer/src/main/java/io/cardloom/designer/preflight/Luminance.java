package io.cardloom.designer.preflight;

/** Relative luminance and contrast of sRGB colors (WCAG 2.2, "relative luminance"). */
final class Luminance {

    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < 256; i++) {
            double value = i / 255.0;
            LINEAR[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private Luminance() {}

    /** 0 (black) to 1 (white). */
    static double of(int rgb) {
        return 0.2126 * LINEAR[rgb >> 16 & 255]
                + 0.7152 * LINEAR[rgb >> 8 & 255]
                + 0.0722 * LINEAR[rgb & 255];
    }

    /** The contrast ratio of two colors, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    static double ratio(int one, int other) {
        double a = of(one);
        double b = of(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /**
     * One color laid over another.
     *
     * @param opacity thousandths
     */
    static int over(int rgb, int opacity, int ground) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int ink = rgb >> shift & 255;
            int under = ground >> shift & 255;
            mixed |= (ink * opacity + under * (1000 - opacity)) / 1000 << shift;
        }
        return mixed;
    }

    /** A color so many tenths of the way to black or white. */
    static int towards(int rgb, boolean white, int tenths) {
        return over(white ? 0xffffff : 0, tenths * 100, rgb);
    }

    static int parse(String color) {
        return Integer.parseInt(color.substring(1), 16);
    }

    static String write(int rgb) {
        return "#%06x".formatted(rgb & 0xffffff);
    }
}
