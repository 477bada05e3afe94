package io.cardloom.designer.asset.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Reads rows of a decoded picture as 8-bit ARGB by their stored values. Java's own conversion of
 * grays assumes linear light and would brighten them.
 */
final class PixelRows {

    private final Raster raster;
    private final int bands;
    private final int shift;
    private final int[] palette;
    private final int[] samples;

    PixelRows(BufferedImage image) {
        this.raster = image.getRaster();
        this.bands = raster.getNumBands();
        this.shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
        this.palette = palette(image);
        this.samples = new int[raster.getWidth() * bands];
    }

    private static int[] palette(BufferedImage image) {
        if (!(image.getColorModel() instanceof IndexColorModel colors)) {
            return new int[0];
        }
        int[] palette = new int[1 << 8];
        for (int i = 0; i < Math.min(palette.length, colors.getMapSize()); i++) {
            palette[i] = colors.getRGB(i);
        }
        return palette;
    }

    void read(int y, int[] argb) {
        raster.getPixels(0, y, raster.getWidth(), 1, samples);
        int at = 0;
        for (int x = 0; x < raster.getWidth(); x++) {
            argb[x] =
                    switch (bands) {
                        case 1 -> single(samples[at]);
                        case 2 -> gray(samples[at]) | samples[at + 1] >> shift << 24;
                        case 3 -> 0xFF000000 | color(at);
                        default -> color(at) | samples[at + 3] >> shift << 24;
                    };
            at += bands;
        }
    }

    private int single(int sample) {
        return palette.length > 0 ? palette[sample & 255] : 0xFF000000 | gray(sample);
    }

    private int gray(int sample) {
        return (sample >> shift) * 0x010101;
    }

    private int color(int at) {
        return samples[at] >> shift << 16
                | samples[at + 1] >> shift << 8
                | samples[at + 2] >> shift;
    }
}
