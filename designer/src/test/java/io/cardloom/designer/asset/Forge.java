package io.cardloom.designer.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Makes files, sound ones and such as nobody should open. */
public final class Forge {

    private Forge() {}

    /** A sound picture with a gradient, so that no two sizes look alike. */
    public static BufferedImage gradient(int width, int height, boolean transparent) {
        BufferedImage image =
                new BufferedImage(
                        width,
                        height,
                        transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = transparent && x < width / 2 ? 0x60 : 0xFF;
                image.setRGB(
                        x,
                        y,
                        alpha << 24 | (x * 255 / width) << 16 | (y * 255 / height) << 8 | 0x40);
            }
        }
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] png(int width, int height) {
        return file(gradient(width, height, false), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return file(gradient(width, height, false), "jpeg");
    }

    /** A PNG of whatever chunks. */
    public static byte[] pngOf(byte[]... chunks) {
        return join(join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}), join(chunks));
    }

    public static byte[] header(int width, int height, int depth, int colorType) {
        byte[] body =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colorType)
                        .array();
        return chunk("IHDR", body);
    }

    public static byte[] chunk(String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(name)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /** Inserts chunks after the header of a sound PNG. */
    public static byte[] withChunks(byte[] png, byte[]... chunks) {
        byte[] head = new byte[33];
        byte[] rest = new byte[png.length - 33];
        System.arraycopy(png, 0, head, 0, 33);
        System.arraycopy(png, 33, rest, 0, rest.length);
        return join(head, join(chunks), rest);
    }

    /**
     * Zeros that a decoder has to unpack: a thousandth of their size in the file. Blocks of a
     * megabyte are packed once and repeated (RFC 1951: a match reaches back over the block's
     * start).
     */
    public static byte[] deflatedZeros(long count) {
        int block = 1 << 20;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, (byte) 0x9C});
        byte[] whole = count < block ? new byte[0] : packedZeros(block);
        for (long left = count; left >= block; left -= block) {
            out.writeBytes(whole);
        }
        out.writeBytes(packedZeros((int) (count % block)));
        out.writeBytes(new byte[] {3, 0});
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) (count % 65_521) << 16 | 1).array());
        return out.toByteArray();
    }

    private static byte[] packedZeros(int count) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[count]);
        byte[] packed = new byte[count / 500 + 100];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    /** Inserts segments after the start of a sound JPEG. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        byte[] head = {(byte) 0xFF, (byte) 0xD8};
        byte[] segment =
                ByteBuffer.allocate(body.length + 4)
                        .put((byte) 0xFF)
                        .put((byte) marker)
                        .putShort((short) (body.length + 2))
                        .put(body)
                        .array();
        byte[] rest = new byte[jpeg.length - 2];
        System.arraycopy(jpeg, 2, rest, 0, rest.length);
        return join(head, segment, rest);
    }

    /** A JPEG header alone: this many pixels and components. */
    public static byte[] jpegClaiming(int width, int height, int components, int frame) {
        ByteBuffer body =
                ByteBuffer.allocate(6 + 3 * components)
                        .put((byte) 8)
                        .putShort((short) height)
                        .putShort((short) width)
                        .put((byte) components);
        for (int i = 0; i < components; i++) {
            body.put((byte) (i + 1)).put((byte) 0x11).put((byte) 0);
        }
        byte[] end = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
        return withSegment(end, frame, body.array());
    }

    /** The EXIF of a turned picture. */
    public static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    public static byte[] svg(String content) {
        return bytes(
                "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"100\""
                        + " height=\"60\">"
                        + content
                        + "</svg>");
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part, 0, part.length);
        }
        return out.toByteArray();
    }
}
