package io.cardloom.designer.separation;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * A picture in four inks.
 *
 * @param inks cyan, magenta, yellow and black of each pixel, 0 for none to 255 for all, row by row
 */
public record CmykPicture(byte[] inks, int width, int height) {

    /**
     * How much ink lies on each other.
     *
     * @param highest in percent of one ink, 0 to 400
     * @param over the part of the pixels that has more than the limit, 0 to 1
     * @param x of a pixel with the highest, 0 when there is no ink
     * @param y of a pixel with the highest
     */
    public record Coverage(double highest, double over, int x, int y) {}

    /**
     * Looks at each pixel.
     *
     * @param limit percent, such as 300
     */
    public Coverage coverage(int limit) {
        int most = 0;
        int where = 0;
        int over = 0;
        int bound = limit * 255 / 100;
        for (int i = 0; i < inks.length; i += 4) {
            int sum =
                    (inks[i] & 255)
                            + (inks[i + 1] & 255)
                            + (inks[i + 2] & 255)
                            + (inks[i + 3] & 255);
            if (sum > most) {
                most = sum;
                where = i / 4;
            }
            over += bound - sum >>> 31;
        }
        return new Coverage(
                most / 2.55, over / (double) (width * height), where % width, where / width);
    }

    /**
     * The same with at most so much ink on each other: where there is more, cyan, magenta and
     * yellow become less in equal parts, and black stays.
     *
     * @param limit percent, 100 to 400
     */
    public CmykPicture limited(int limit) {
        byte[] limited = inks.clone();
        int bound = limit * 255 / 100;
        for (int i = 0; i < limited.length; i += 4) {
            int black = limited[i + 3] & 255;
            int colors = (limited[i] & 255) + (limited[i + 1] & 255) + (limited[i + 2] & 255);
            if (colors + black > bound) {
                for (int ink = i; ink < i + 3; ink++) {
                    limited[ink] = (byte) ((limited[ink] & 255) * (bound - black) / colors);
                }
            }
        }
        return new CmykPicture(limited, width, height);
    }

    /**
     * One ink.
     *
     * @param ink 0 cyan, 1 magenta, 2 yellow, 3 black
     */
    public Tones ink(int ink) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = inks[4 * i + ink];
        }
        return new Tones(values, width, height);
    }

    /** This picture below black that lies there alone: where it is, the other inks are not. */
    CmykPicture under(Tones black) {
        byte[] under = inks.clone();
        for (int i = 0; i < black.values().length; i++) {
            int alone = black.values()[i] & 255;
            if (alone > 0) {
                for (int ink = 0; ink < 4; ink++) {
                    int at = 4 * i + ink;
                    int rest = ((under[at] & 255) * (255 - alone) + 127) / 255;
                    under[at] = (byte) (ink == 3 ? Math.min(255, rest + alone) : rest);
                }
            }
        }
        return new CmykPicture(under, width, height);
    }

    /**
     * TIFF with separated inks (TIFF 6.0, section 16), deflated, its profile inside.
     *
     * @param profile ICC, embedded as TIFF tag 34675
     */
    public byte[] tiff(double dpi, byte[] profile) {
        ByteArrayOutputStream strip = new ByteArrayOutputStream(inks.length / 3);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        deflater.setInput(inks);
        deflater.finish();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            strip.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return new TiffFile(width, height, dpi)
                .shorts(TiffFile.BITS_PER_SAMPLE, 8, 8, 8, 8)
                .shorts(TiffFile.COMPRESSION, 8)
                .shorts(TiffFile.PHOTOMETRIC, 5)
                .shorts(TiffFile.SAMPLES_PER_PIXEL, 4)
                .shorts(TiffFile.INK_SET, 1)
                .undefined(TiffFile.PROFILE, profile)
                .bytes(strip.toByteArray());
    }
}
