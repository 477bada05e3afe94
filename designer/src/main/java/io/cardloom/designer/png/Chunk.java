package io.cardloom.designer.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chunks of a PNG (ISO/IEC 15948, 5.3). */
final class Chunk {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final double INCHES_PER_METER = 1 / 0.0254;

    private Chunk() {}

    /** Writes one chunk around the first {@code length} bytes. */
    static void write(OutputStream out, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] of(String type, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length + 12);
        try {
            write(bytes, type, data, data.length);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * What stands before the picture's data.
     *
     * @param bitDepth of a sample
     * @param colorType 0 for gray, 2 for red, green and blue
     */
    static byte[] head(int width, int height, int bitDepth, int colorType, double dpi) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SIGNATURE);
        bytes.writeBytes(
                of(
                        "IHDR",
                        ByteBuffer.allocate(13)
                                .putInt(width)
                                .putInt(height)
                                .put((byte) bitDepth)
                                .put((byte) colorType)
                                .array()));
        int perMeter = (int) Math.round(dpi * INCHES_PER_METER);
        bytes.writeBytes(
                of(
                        "pHYs",
                        ByteBuffer.allocate(9)
                                .putInt(perMeter)
                                .putInt(perMeter)
                                .put((byte) 1)
                                .array()));
        return bytes.toByteArray();
    }
}
