package io.cardloom.designer.separation;

import io.cardloom.designer.png.PlainPng;
import java.io.ByteArrayOutputStream;

/**
 * Where one ink is.
 *
 * @param bits row by row, each row begins with a byte, the leftmost pixel is the highest bit; 1 is
 *     ink, and bits beyond the width are 0
 */
public record BitPlane(byte[] bits, int width, int height) {

    static BitPlane empty(int width, int height) {
        return new BitPlane(new byte[(width + 7) / 8 * height], width, height);
    }

    /** Bytes of a row. */
    public int rowBytes() {
        return (width + 7) / 8;
    }

    /** Whether there is ink. */
    public boolean at(int x, int y) {
        return (bits[y * rowBytes() + (x >> 3)] >> 7 - (x & 7) & 1) == 1;
    }

    /** The part of the pixels that has ink, 0 to 1. */
    public double coverage() {
        long count = 0;
        for (byte octet : bits) {
            count += Integer.bitCount(octet & 255);
        }
        return (double) count / width / height;
    }

    /** PNG of 1 bit gray (ISO/IEC 15948), ink black, with its resolution. */
    public byte[] png(double dpi) {
        byte[] white = bits.clone();
        for (int i = 0; i < white.length; i++) {
            white[i] = (byte) ~white[i];
        }
        return PlainPng.gray(white, width, height, 1, dpi);
    }

    /** Bilevel TIFF (TIFF 6.0, section 3), 0 is white, packed bits (section 9). */
    public byte[] tiff(double dpi) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bits.length / 4);
        for (int y = 0; y < height; y++) {
            PackBits.row(bits, y * rowBytes(), rowBytes(), packed);
        }
        return new TiffFile(width, height, dpi)
                .shorts(TiffFile.BITS_PER_SAMPLE, 1)
                .shorts(TiffFile.COMPRESSION, 32_773)
                .shorts(TiffFile.PHOTOMETRIC, 0)
                .shorts(TiffFile.SAMPLES_PER_PIXEL, 1)
                .bytes(packed.toByteArray());
    }
}
