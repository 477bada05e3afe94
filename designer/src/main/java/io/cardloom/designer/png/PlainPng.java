package io.cardloom.designer.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Writes one PNG of gray (ISO/IEC 15948) with its resolution; the same bits make the same bytes.
 */
public final class PlainPng {

    private PlainPng() {}

    /**
     * @param rows each begins with a byte; 0 is black
     * @param bitDepth 1, 2, 4 or 8
     */
    public static byte[] gray(byte[] rows, int width, int height, int bitDepth, double dpi) {
        int rowBytes = (width * bitDepth + 7) / 8;
        byte[] filtered = new byte[(rowBytes + 1) * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(rows, y * rowBytes, filtered, y * (rowBytes + 1) + 1, rowBytes);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Chunk.head(width, height, bitDepth, 0, dpi));
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(filtered);
        deflater.finish();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            data.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        file.writeBytes(Chunk.of("IDAT", data.toByteArray()));
        file.writeBytes(Chunk.of("IEND", new byte[0]));
        return file.toByteArray();
    }
}
