package io.cardloom.designer.asset.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks the chunks of a PNG file and keeps those that make the picture. */
final class PngWalk {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final byte[] file;
    private final ByteBuffer buffer;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final List<String> notes = new ArrayList<>();
    private byte[] profile = new byte[0];
    private int orientation = 1;
    private boolean standardColor;
    private boolean pixels;
    private int end;

    PngWalk(byte[] file) {
        this.file = file;
        this.buffer = ByteBuffer.wrap(file);
    }

    PictureFile walk() {
        if (file.length < 57 || !Arrays.equals(file, 0, 8, SIGNATURE, 0, 8)) {
            throw PictureFile.damaged("it ends before the picture begins");
        }
        if (!"IHDR".equals(type(12)) || buffer.getInt(8) != 13) {
            throw PictureFile.damaged("it does not begin with the picture's measures");
        }
        int width = buffer.getInt(16);
        int height = buffer.getInt(20);
        PictureFile.checkPixels(Integer.toUnsignedLong(width), Integer.toUnsignedLong(height));
        int bytesPerPixel = bytesPerPixel(file[24], file[25]);
        copy.write(SIGNATURE, 0, SIGNATURE.length);
        chunks();
        if (!pixels) {
            throw PictureFile.damaged("there are no pixels in it");
        }
        if (end < file.length) {
            notes.add(
                    "Bytes after the end of the picture (%,d) were left out."
                            .formatted(file.length - end));
        }
        return new PictureFile(
                PictureFile.Format.PNG,
                width,
                height,
                bytesPerPixel,
                copy.toByteArray(),
                standardColor ? new byte[0] : profile,
                orientation,
                notes);
    }

    /** Bytes of a decoded pixel by color type and bit depth (ISO/IEC 15948, table 11.1). */
    private static int bytesPerPixel(byte depth, byte colorType) {
        int channels =
                switch (colorType) {
                    case 0, 3 -> 1;
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> throw PictureFile.damaged("its color type does not exist");
                };
        boolean small = depth == 1 || depth == 2 || depth == 4;
        boolean legal =
                depth == 8
                        || (depth == 16 && colorType != 3)
                        || (small && (colorType == 0 || colorType == 3));
        if (!legal) {
            throw PictureFile.damaged("its bit depth does not exist");
        }
        // A transparent color (tRNS) adds a channel.
        return (channels + (colorType == 0 || colorType == 2 ? 1 : 0)) * (depth == 16 ? 2 : 1);
    }

    private void chunks() {
        int at = 8;
        while (true) {
            if (at + 12 > file.length) {
                throw PictureFile.damaged("it ends in the middle of the picture");
            }
            long length = Integer.toUnsignedLong(buffer.getInt(at));
            String type = type(at + 4);
            if (at + 12 + length > file.length) {
                throw PictureFile.damaged("it ends in the middle of the picture");
            }
            int whole = (int) length + 12;
            if ("IHDR".equals(type) && at > 8) {
                throw PictureFile.damaged("it says its measures twice");
            }
            if (KEPT.contains(type)) {
                checkSum(at, whole);
                copy.write(file, at, whole);
            } else {
                leaveOut(type, at + 8, (int) length);
            }
            at += whole;
            pixels |= "IDAT".equals(type);
            if ("IEND".equals(type)) {
                end = at;
                return;
            }
        }
    }

    private void checkSum(int at, int whole) {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, whole - 8);
        if ((int) sum.getValue() != buffer.getInt(at + whole - 4)) {
            throw PictureFile.damaged("a check sum in it does not fit");
        }
    }

    private void leaveOut(String type, int at, int length) {
        switch (type) {
            case "acTL" -> notes.add("The picture is animated; only its first frame was kept.");
            case "sRGB" -> standardColor = true;
            case "eXIf" -> orientation = ExifOrientation.of(file, at, length);
            case "iCCP" -> profile = inflated(at, length);
            default -> {
                if (Character.isUpperCase(type.charAt(0))) {
                    throw PictureFile.damaged("it needs an extension that PNG does not have");
                }
            }
        }
    }

    /** The profile behind its name and method; nothing when it does not unpack within bounds. */
    private byte[] inflated(int at, int length) {
        int name = at;
        while (name < at + length && file[name] != 0) {
            name++;
        }
        if (name + 2 >= at + length) {
            return new byte[0];
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, name + 2, at + length - name - 2);
            byte[] part = new byte[65_536];
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 || whole.size() + count > PictureFile.LARGEST_PROFILE) {
                    return new byte[0];
                }
                whole.write(part, 0, count);
            }
            return whole.toByteArray();
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private String type(int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
