package io.cardloom.designer.preflight;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Samples of what lies beneath one step, 0xrrggbb.
 *
 * @param under beneath a text's ink and three pixels around it; around the ink of a shape
 * @param box beneath the whole box of a field; empty for anything else
 */
record Ground(int[] under, int[] box) {

    private static final int REACH = 3;
    private static final int INK = 127;
    private static final int MOST_SAMPLES = 4_000;

    /**
     * @param around whether only what surrounds the ink counts
     * @param box of a field, in pixels; empty for none
     * @param below what is drawn so far, {@code TYPE_INT_RGB}
     */
    static Ground of(Patch ink, boolean around, Rectangle box, BufferedImage below) {
        return new Ground(beneath(ink, around, below), all(box, below));
    }

    private static int[] beneath(Patch ink, boolean around, BufferedImage below) {
        Rectangle place = new Rectangle(ink.place());
        if (place.isEmpty()) {
            return new int[0];
        }
        place.grow(REACH, REACH);
        place = place.intersection(new Rectangle(below.getWidth(), below.getHeight()));
        boolean[] covered = mask(ink, place);
        boolean[] reached = spread(covered, place.width, place.height);
        int[] pixels = ((DataBufferInt) below.getRaster().getDataBuffer()).getData();
        int[] found = new int[reached.length];
        int count = 0;
        for (int y = 0; y < place.height; y++) {
            for (int x = 0; x < place.width; x++) {
                int i = y * place.width + x;
                if (reached[i] && !(around && covered[i])) {
                    found[count++] = pixels[(place.y + y) * below.getWidth() + place.x + x];
                }
            }
        }
        return sampled(found, count);
    }

    private static boolean[] mask(Patch ink, Rectangle place) {
        boolean[] mask = new boolean[place.width * place.height];
        for (int y = 0; y < place.height; y++) {
            for (int x = 0; x < place.width; x++) {
                mask[y * place.width + x] = ink.alpha(place.x + x, place.y + y) > INK;
            }
        }
        return mask;
    }

    /** Every pixel within reach of a covered one, first along rows, then along columns. */
    private static boolean[] spread(boolean[] covered, int width, int height) {
        boolean[] rows = new boolean[covered.length];
        for (int y = 0; y < height; y++) {
            spread(covered, rows, y * width, 1, width);
        }
        boolean[] both = new boolean[covered.length];
        for (int x = 0; x < width; x++) {
            spread(rows, both, x, width, height);
        }
        return both;
    }

    private static void spread(boolean[] from, boolean[] to, int start, int step, int length) {
        int since = Integer.MIN_VALUE / 2;
        for (int i = 0; i < length + REACH; i++) {
            if (i < length && from[start + i * step]) {
                since = i;
            }
            // Looks REACH back: the pixel is covered when one before or after it is near enough.
            int at = i - REACH;
            if (at >= 0 && since >= at - REACH) {
                to[start + at * step] = true;
            }
        }
    }

    private static int[] all(Rectangle box, BufferedImage below) {
        Rectangle place = box.intersection(new Rectangle(below.getWidth(), below.getHeight()));
        if (place.isEmpty()) {
            return new int[0];
        }
        int[] found =
                below.getRGB(place.x, place.y, place.width, place.height, null, 0, place.width);
        return sampled(found, found.length);
    }

    private static int[] sampled(int[] found, int count) {
        int step = 1 + count / MOST_SAMPLES;
        int[] samples = new int[(count + step - 1) / step];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = found[i * step] & 0xffffff;
        }
        return samples;
    }

    /** The value that so many percent of the samples lie below; 0 of no samples. */
    static double percentile(int[] samples, double percent, IntToDoubleFunction value) {
        double[] values = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            values[i] = value.applyAsDouble(samples[i]);
        }
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[(int) ((values.length - 1) * percent / 100)];
    }
}
