package io.cardloom.designer.asset.picture;

import java.util.Arrays;

/**
 * Shrinks a picture row by row: each pixel of the result is the mean of the area that it covers,
 * weighted by coverage and opacity. Holds a few rows, whatever the picture's height.
 */
final class AreaScale {

    private final int sourceWidth;
    private final int width;
    private final double across;
    private final double down;
    private final Canvas canvas;
    private final int rows;
    private final float[] sum;
    private final int[] line;
    private double top;
    private int row;

    AreaScale(int sourceWidth, int sourceHeight, int width, int height, Canvas canvas) {
        this.sourceWidth = sourceWidth;
        this.width = width;
        this.rows = height;
        this.across = (double) sourceWidth / width;
        this.down = (double) sourceHeight / height;
        this.canvas = canvas;
        this.sum = new float[width * 4];
        this.line = new int[width];
    }

    /** The next row of the source, from the top; alpha in the high byte, not premultiplied. */
    void add(int[] source) {
        if (sourceWidth == width && down == 1) {
            canvas.put(row++, source);
            return;
        }
        double left = 1;
        while (left > 1e-9 && row < rows) {
            double room = (row + 1) * down - top;
            double part = Math.min(left, room);
            collect(source, (float) part);
            top += part;
            left -= part;
            if (room - part < 1e-9) {
                finishRow();
            }
        }
    }

    /** Puts down what rounding may have left of the last row. */
    void finish() {
        if (row < rows) {
            finishRow();
        }
    }

    private void collect(int[] source, float weight) {
        int target = 0;
        double edge = across;
        for (int x = 0; x < sourceWidth; x++) {
            if (x + 1 <= edge || target == width - 1) {
                add(target, source[x], weight);
                if (x + 1 >= edge - 1e-9 && target < width - 1) {
                    target++;
                    edge += across;
                }
            } else {
                float here = (float) (edge - x);
                add(target, source[x], weight * here);
                target++;
                edge += across;
                add(target, source[x], weight * (1 - here));
            }
        }
    }

    private void add(int target, int argb, float weight) {
        int at = target * 4;
        float opaque = weight * (argb >>> 24);
        sum[at] += opaque;
        sum[at + 1] += opaque * (argb >> 16 & 255);
        sum[at + 2] += opaque * (argb >> 8 & 255);
        sum[at + 3] += opaque * (argb & 255);
    }

    private void finishRow() {
        float area = (float) (across * down);
        for (int x = 0, at = 0; x < width; x++, at += 4) {
            float opaque = sum[at];
            int alpha = Math.min(255, Math.round(opaque / area));
            if (alpha == 0) {
                line[x] = 0;
            } else {
                line[x] =
                        alpha << 24
                                | Math.min(255, Math.round(sum[at + 1] / opaque)) << 16
                                | Math.min(255, Math.round(sum[at + 2] / opaque)) << 8
                                | Math.min(255, Math.round(sum[at + 3] / opaque));
            }
        }
        Arrays.fill(sum, 0);
        canvas.put(row++, line);
    }
}
