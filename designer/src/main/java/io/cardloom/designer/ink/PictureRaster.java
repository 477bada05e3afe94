package io.cardloom.designer.ink;

import io.cardloom.designer.design.Crop;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.PictureFilter;
import io.cardloom.designer.design.Pictured;
import io.cardloom.designer.design.SketchContent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A placed picture in pixels: cropped, scaled, mirrored, then its colors changed. The arithmetic is
 * that of SVG's filters in sRGB (Filter Effects Module Level 1), rounded to eight bits after each
 * step, so that a browser shows what is printed.
 */
final class PictureRaster {

    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private PictureRaster() {}

    /** Whether the file's own pixels are what is placed, but for crop and mirror. */
    static boolean isPlain(Pictured content) {
        return content instanceof ImageContent image && image.filter().isNone();
    }

    /**
     * @param scale pixels a micrometer
     * @return premultiplied, of exactly this size
     */
    static BufferedImage of(
            Pictured content, RasterFile file, int width, int height, double scale) {
        BufferedImage image = file.scaled(content.crop(), width, height);
        mirror(image, content.crop());
        switch (content) {
            case ImageContent placed when !placed.filter().isNone() ->
                    filter(image, placed.filter(), scale);
            case ImageContent plain -> {}
            case SketchContent sketch -> sketch(image, sketch);
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static void mirror(BufferedImage image, Crop crop) {
        if (!crop.flipX() && !crop.flipY()) {
            return;
        }
        int[] pixels = pixels(image);
        int[] from = pixels.clone();
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < height; y++) {
            int row = (crop.flipY() ? height - 1 - y : y) * width;
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = from[row + (crop.flipX() ? width - 1 - x : x)];
            }
        }
    }

    private static void filter(BufferedImage image, PictureFilter filter, double scale) {
        int[] pixels = pixels(image);
        double[][] matrices = matrices(filter);
        int[] level = level(filter);
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            if (alpha > 0) {
                int color = color(pixels[i], alpha, level);
                for (double[] matrix : matrices) {
                    color = times(matrix, color);
                }
                pixels[i] = premultiplied(color, alpha);
            }
        }
        if (filter.blur() > 0) {
            Blur.apply(pixels, image.getWidth(), image.getHeight(), filter.blur() * scale);
        }
    }

    /** Brightness and contrast together, for each value of a channel. */
    private static int[] level(PictureFilter filter) {
        double contrast = 1 + filter.contrast() / 100.0;
        double slope = (1 + filter.brightness() / 100.0) * contrast;
        double intercept = 0.5 - 0.5 * contrast;
        int[] level = new int[256];
        for (int i = 0; i < 256; i++) {
            level[i] = eight(i * slope + 255 * intercept);
        }
        return level;
    }

    /** Rows for red, green and blue: factors of the three channels and a constant of 255. */
    private static double[][] matrices(PictureFilter filter) {
        double[] saturation = saturation(1 + filter.saturation() / 100.0);
        double[] tone =
                switch (filter.tone()) {
                    case COLOR -> null;
                    case GRAYSCALE -> duotone(0x000000, 0xffffff);
                    case DUOTONE ->
                            duotone(Shapes.rgb(filter.toneDark()), Shapes.rgb(filter.toneLight()));
                };
        if (tone == null) {
            return filter.saturation() == 0 ? new double[0][] : new double[][] {saturation};
        }
        return filter.saturation() == 0 ? new double[][] {tone} : new double[][] {saturation, tone};
    }

    private static double[] saturation(double s) {
        return new double[] {
            RED + (1 - RED) * s,
            GREEN - GREEN * s,
            BLUE - BLUE * s,
            0,
            RED - RED * s,
            GREEN + (1 - GREEN) * s,
            BLUE - BLUE * s,
            0,
            RED - RED * s,
            GREEN - GREEN * s,
            BLUE + (1 - BLUE) * s,
            0
        };
    }

    private static double[] duotone(int dark, int light) {
        double[] rows = new double[12];
        for (int c = 0; c < 3; c++) {
            double from = (dark >> 16 - 8 * c & 255) / 255.0;
            double span = (light >> 16 - 8 * c & 255) / 255.0 - from;
            rows[4 * c] = RED * span;
            rows[4 * c + 1] = GREEN * span;
            rows[4 * c + 2] = BLUE * span;
            rows[4 * c + 3] = from;
        }
        return rows;
    }

    private static int color(int premultiplied, int alpha, int[] level) {
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int value = premultiplied >> shift & 255;
            color |= level[Math.min(255, (value * 255 + alpha / 2) / alpha)] << shift;
        }
        return color;
    }

    private static int times(double[] matrix, int color) {
        int red = color >> 16 & 255;
        int green = color >> 8 & 255;
        int blue = color & 255;
        int product = 0;
        for (int row = 0; row < 12; row += 4) {
            double value =
                    matrix[row] * red
                            + matrix[row + 1] * green
                            + matrix[row + 2] * blue
                            + matrix[row + 3] * 255;
            product = product << 8 | eight(value);
        }
        return product;
    }

    private static int premultiplied(int color, int alpha) {
        int pixel = alpha << 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            pixel |= ((color >> shift & 255) * alpha + 127) / 255 << shift;
        }
        return pixel;
    }

    private static int eight(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    /** Ink, as opaque as the picture is, where its luma is below the threshold. */
    private static void sketch(BufferedImage image, SketchContent sketch) {
        int[] pixels = pixels(image);
        int ink = Shapes.rgb(sketch.color());
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            pixels[i] =
                    alpha > 0 && isInk(pixels[i], alpha, sketch) ? premultiplied(ink, alpha) : 0;
        }
    }

    private static boolean isInk(int pixel, int alpha, SketchContent sketch) {
        double luma =
                (RED * (pixel >> 16 & 255) + GREEN * (pixel >> 8 & 255) + BLUE * (pixel & 255))
                        * 255
                        / alpha;
        return luma < sketch.threshold() != sketch.invert();
    }
}
