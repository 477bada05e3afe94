package io.cardloom.designer.separation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * How much of one ink each pixel has.
 *
 * @param values 0 for none to 255 for all, row by row
 */
public record Tones(byte[] values, int width, int height) {

    /**
     * @throws IllegalArgumentException when there are not width times height values
     */
    public Tones {
        if (values.length != width * height) {
            throw new IllegalArgumentException("there is one value a pixel");
        }
    }

    /** The darkness of a picture, by the luma of ITU-R BT.709 on its sRGB values. */
    public static Tones darkness(BufferedImage image) {
        int width = image.getWidth();
        int[] rgb = pixels(image);
        byte[] values = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            values[i] = (byte) (255 - luma(rgb[i]));
        }
        return new Tones(values, width, image.getHeight());
    }

    /** The mean of all values, 0 to 1. */
    public double mean() {
        long sum = 0;
        for (byte value : values) {
            sum += value & 255;
        }
        return sum / 255.0 / values.length;
    }

    /** The luma of ITU-R BT.709 of an sRGB color, 0 to 255. */
    public static int luma(int rgb) {
        return (13_933 * (rgb >> 16 & 255)
                        + 46_871 * (rgb >> 8 & 255)
                        + 4_732 * (rgb & 255)
                        + 32_768)
                >> 16;
    }

    /** The pixels themselves where the picture has them as ints, else a copy. */
    static int[] pixels(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB
                && image.getRaster().getDataBuffer() instanceof DataBufferInt ints) {
            return ints.getData();
        }
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
