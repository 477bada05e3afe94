package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The picture of a face, as its own bytes say what it is; it is never decoded here.
 *
 * <p>JPEG (ISO/IEC 10918-1), and JPEG 2000 (ISO/IEC 15444-1) as a file or as a bare code stream.
 */
public final class FacePicture {

    /** How it is coded, with the number that ISO/IEC 19794-5 has for it. */
    public enum Coding {
        JPEG,
        JPEG_2000
    }

    /** What a chip can reasonably hold; bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final long SIGNATURE_BOX = 0x0000000C6A502020L;
    private static final int HEADER_BOX = 0x6A703268;
    private static final int IMAGE_HEADER = 0x69686472;
    private static final int CODE_STREAM = 0xFF4FFF51;
    private static final int MAX_SIDE = 0xFFFF;

    private final byte[] bytes;
    private final Coding coding;
    private final int width;
    private final int height;
    private final int components;

    private FacePicture(byte[] bytes, Coding coding, long width, long height, int components) {
        if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
            throw new MalformedFile(Fault.PICTURE);
        }
        this.bytes = bytes;
        this.coding = coding;
        this.width = (int) width;
        this.height = (int) height;
        this.components = components;
    }

    /**
     * @param bytes at most {@link #MAX_BYTES}
     * @throws MalformedFile PICTURE
     */
    public static FacePicture of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedFile(Fault.PICTURE);
        }
        byte[] own = bytes.clone();
        try {
            ByteBuffer data = ByteBuffer.wrap(own);
            if ((data.getShort(0) & 0xFFFF) == 0xFFD8) {
                return jpeg(own, data.position(2));
            }
            if (data.getInt(0) == CODE_STREAM) {
                return codeStream(own, data);
            }
            if (data.getLong(0) == SIGNATURE_BOX) {
                return boxed(own, data);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new MalformedFile(Fault.PICTURE);
        }
        throw new MalformedFile(Fault.PICTURE);
    }

    /** Goes through the segments to the frame header, which has to stand before the scan. */
    private static FacePicture jpeg(byte[] own, ByteBuffer data) {
        while (true) {
            int marker = data.getShort() & 0xFFFF;
            if (marker == 0xFFFF) {
                data.position(data.position() - 1);
                continue;
            }
            boolean segment = marker >= 0xFFC0 && marker < 0xFFFF && marker != 0xFFD9;
            if (!segment || marker == 0xFFDA || marker >= 0xFFD0 && marker <= 0xFFD8) {
                throw new MalformedFile(Fault.PICTURE);
            }
            int length = data.getShort() & 0xFFFF;
            boolean table = marker == 0xFFC4 || marker == 0xFFC8 || marker == 0xFFCC;
            if (marker <= 0xFFCF && !table) {
                data.get();
                int height = data.getShort() & 0xFFFF;
                int width = data.getShort() & 0xFFFF;
                return new FacePicture(own, Coding.JPEG, width, height, data.get() & 0xFF);
            }
            if (length < 2 || length - 2 > data.remaining()) {
                throw new MalformedFile(Fault.PICTURE);
            }
            data.position(data.position() + length - 2);
        }
    }

    private static FacePicture codeStream(byte[] own, ByteBuffer data) {
        long width = unsigned(data, 8) - unsigned(data, 16);
        long height = unsigned(data, 12) - unsigned(data, 20);
        return new FacePicture(own, Coding.JPEG_2000, width, height, data.getShort(40) & 0xFFFF);
    }

    /** Goes through the boxes to the header box, whose first one says the size. */
    private static FacePicture boxed(byte[] own, ByteBuffer data) {
        int at = 0;
        while (at < own.length) {
            long length = unsigned(data, at);
            if (data.getInt(at + 4) == HEADER_BOX) {
                if (data.getInt(at + 12) != IMAGE_HEADER) {
                    throw new MalformedFile(Fault.PICTURE);
                }
                int components = data.getShort(at + 24) & 0xFFFF;
                return new FacePicture(
                        own,
                        Coding.JPEG_2000,
                        unsigned(data, at + 20),
                        unsigned(data, at + 16),
                        components);
            }
            // Boxes of 64-bit length, or up to the end, have no place before the header.
            if (length < 8 || length > own.length - at) {
                throw new MalformedFile(Fault.PICTURE);
            }
            at += (int) length;
        }
        throw new MalformedFile(Fault.PICTURE);
    }

    private static long unsigned(ByteBuffer data, int at) {
        return data.getInt(at) & 0xFFFFFFFFL;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Coding coding() {
        return coding;
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** 1 when it is gray. */
    int components() {
        return components;
    }

    @Override
    public String toString() {
        return "FacePicture[REDACTED]";
    }
}
