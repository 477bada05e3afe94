package io.cardloom.designer.ink;

/**
 * Gaussian blur of premultiplied pixels. From a deviation of 2 pixels on it is three boxes one
 * after the other, as Filter Effects Module Level 1 (9.13) allows: the time does not grow with the
 * radius.
 */
final class Blur {

    private static final double BOXES_FROM = 2;

    private Blur() {}

    /**
     * @param pixels changed in place; beyond the edges there is nothing
     * @param deviation pixels
     */
    static void apply(int[] pixels, int width, int height, double deviation) {
        float[] line = new float[Math.max(width, height)];
        float[] spare = new float[Math.max(width, height)];
        for (int shift = 0; shift < 32; shift += 8) {
            for (int y = 0; y < height; y++) {
                channel(pixels, y * width, 1, width, shift, line, spare, deviation);
            }
            for (int x = 0; x < width; x++) {
                channel(pixels, x, width, height, shift, line, spare, deviation);
            }
        }
    }

    private static void channel(
            int[] pixels,
            int start,
            int step,
            int count,
            int shift,
            float[] line,
            float[] spare,
            double deviation) {
        for (int i = 0; i < count; i++) {
            line[i] = pixels[start + i * step] >>> shift & 255;
        }
        float[] blurred =
                deviation < BOXES_FROM
                        ? exact(line, spare, count, deviation)
                        : boxes(line, spare, count, deviation);
        int others = ~(255 << shift);
        for (int i = 0; i < count; i++) {
            int value = Math.clamp(Math.round(blurred[i]), 0, 255);
            pixels[start + i * step] = pixels[start + i * step] & others | value << shift;
        }
    }

    private static float[] exact(float[] line, float[] out, int count, double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < count; i++) {
            float value = 0;
            int from = Math.max(0, i - reach);
            int to = Math.min(count - 1, i + reach);
            for (int j = from; j <= to; j++) {
                value += line[j] * kernel[j - i + reach];
            }
            out[i] = (float) (value / sum);
        }
        return out;
    }

    private static float[] boxes(float[] line, float[] spare, int count, double deviation) {
        int size = (int) Math.floor(deviation * 3 * Math.sqrt(2 * Math.PI) / 4 + 0.5);
        int half = size / 2;
        if (size % 2 == 1) {
            box(line, spare, count, half, half);
            box(spare, line, count, half, half);
            box(line, spare, count, half, half);
        } else {
            box(line, spare, count, half, half - 1);
            box(spare, line, count, half - 1, half);
            box(line, spare, count, half, half);
        }
        return spare;
    }

    /** The mean of the pixels from {@code before} to the left to {@code after} to the right. */
    private static void box(float[] from, float[] to, int count, int before, int after) {
        float width = before + after + 1;
        double sum = 0;
        for (int i = 0; i < Math.min(after, count); i++) {
            sum += from[i];
        }
        for (int i = 0; i < count; i++) {
            sum += i + after < count ? from[i + after] : 0;
            to[i] = (float) (sum / width);
            sum -= i - before >= 0 ? from[i - before] : 0;
        }
    }
}
