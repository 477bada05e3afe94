package io.cardloom.production.document.lds;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Bytes that begin as pictures do; nobody decodes them. */
public final class AnyPicture {

    private AnyPicture() {}

    /** A JPEG: application data, a quantization table, the frame header, and noise. */
    public static byte[] jpeg(int width, int height, int components, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        segment(bytes, 0xE0, new byte[] {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0});
        segment(bytes, 0xDB, new byte[65]);
        ByteBuffer frame = ByteBuffer.allocate(6 + 3 * components).put((byte) 8);
        frame.putShort((short) height).putShort((short) width).put((byte) components);
        segment(bytes, random.nextBoolean() ? 0xC0 : 0xC2, frame.array());
        byte[] scan = new byte[random.nextInt(60)];
        random.nextBytes(scan);
        bytes.writeBytes(scan);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return bytes.toByteArray();
    }

    /** A JPEG 2000 code stream: its size segment. */
    public static byte[] codeStream(int width, int height, int components) {
        ByteBuffer stream = ByteBuffer.allocate(60).putInt(0xFF4FFF51).putShort((short) 47);
        stream.putShort((short) 0).putInt(width + 3).putInt(height + 5).putInt(3).putInt(5);
        stream.putInt(width).putInt(height).putInt(0).putInt(0).putShort((short) components);
        return stream.array();
    }

    /** A JPEG 2000 file: signature, type and header box. */
    public static byte[] boxed(int width, int height, int components) {
        ByteBuffer file = ByteBuffer.allocate(12 + 20 + 30);
        file.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
        file.putInt(20).putInt(0x66747970).putInt(0x6A703220).putInt(0).putInt(0x6A703220);
        file.putInt(30).putInt(0x6A703268).putInt(22).putInt(0x69686472);
        file.putInt(height).putInt(width).putShort((short) components);
        return file.array();
    }

    /** One of the three. */
    public static byte[] any(Random random) {
        int width = 1 + random.nextInt(2000);
        int height = 1 + random.nextInt(2000);
        int components = random.nextBoolean() ? 1 : 3;
        return switch (random.nextInt(3)) {
            case 0 -> jpeg(width, height, components, random);
            case 1 -> codeStream(width, height, components);
            default -> boxed(width, height, components);
        };
    }

    private static void segment(ByteArrayOutputStream to, int marker, byte[] content) {
        to.write(0xFF);
        to.write(marker);
        to.write(content.length + 2 >> 8);
        to.write(content.length + 2);
        to.writeBytes(content);
    }
}
