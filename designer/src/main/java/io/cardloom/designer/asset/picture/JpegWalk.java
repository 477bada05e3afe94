package io.cardloom.designer.asset.picture;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG file and keeps those that make the picture. */
final class JpegWalk {

    private static final int MOST_SCANS = 100;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);

    /** JFIF 1.02, square pixels, no thumbnail. */
    private static final byte[] PLAIN_JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] file;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final List<String> notes = new ArrayList<>();
    private final List<byte @Nullable []> profile = new ArrayList<>();
    private int at = 2;
    private int width;
    private int height;
    private int components;
    private int scans;
    private int orientation = 1;

    JpegWalk(byte[] file) {
        this.file = file;
    }

    PictureFile walk() {
        if (file.length < 4 || u8(0) != 0xFF || u8(1) != 0xD8) {
            throw PictureFile.damaged("it does not begin as a JPEG does");
        }
        copy.write(file, 0, 2);
        while (segment()) {
            if (scans > MOST_SCANS) {
                throw unknownKind("has more than %d scans".formatted(MOST_SCANS));
            }
        }
        if (scans == 0 || components == 0) {
            throw PictureFile.damaged("there is no picture in it");
        }
        if (at < file.length) {
            notes.add(
                    "Bytes after the end of the picture (%,d) were left out."
                            .formatted(file.length - at));
        }
        return new PictureFile(
                PictureFile.Format.JPEG,
                width,
                height,
                components,
                copy.toByteArray(),
                wholeProfile(),
                orientation,
                notes);
    }

    /** One segment, with the coded data that follow it; false after the end of the picture. */
    private boolean segment() {
        int marker = marker();
        if (marker == 0xD9) {
            copy.write(0xFF);
            copy.write(0xD9);
            return false;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
            return true;
        }
        if (at + 2 > file.length) {
            throw cutShort();
        }
        int length = u8(at) << 8 | u8(at + 1);
        if (length < 2 || at + length > file.length) {
            throw cutShort();
        }
        int body = at + 2;
        at += length;
        if (marker >= 0xE0 && marker <= 0xEF) {
            application(marker, body, length - 2);
        } else if (marker != 0xFE) {
            frame(marker, body, length - 2);
            copy.write(0xFF);
            copy.write(marker);
            copy.write(file, body - 2, length);
            if (marker == 0xDA) {
                scan();
            }
        }
        return true;
    }

    private int marker() {
        while (at < file.length && u8(at) != 0xFF) {
            at++;
        }
        while (at < file.length && u8(at) == 0xFF) {
            at++;
        }
        if (at >= file.length) {
            throw cutShort();
        }
        return u8(at++);
    }

    private void frame(int marker, int body, int length) {
        boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        if (marker < 0xC0 || marker > 0xCF || table) {
            return;
        }
        if (marker > 0xC2) {
            throw unknownKind("is lossless, hierarchical or arithmetically coded");
        }
        if (components != 0 || length < 6) {
            throw PictureFile.damaged("its measures are not where they belong");
        }
        height = u8(body + 1) << 8 | u8(body + 2);
        width = u8(body + 3) << 8 | u8(body + 4);
        PictureFile.checkPixels(width, height);
        if (u8(body) != 8) {
            throw unknownKind("has %d bits a channel".formatted(u8(body)));
        }
        components = u8(body + 5);
        if (components == 4) {
            throw Refusal.invalid(
                    "UPLOAD_CMYK",
                    "This JPEG has CMYK colors, whose look depends on a press that Cardloom does"
                            + " not know. Save it with RGB colors (sRGB) as JPEG or PNG; the proof"
                            + " shows how it prints.");
        }
        if (components != 1 && components != 3) {
            throw unknownKind("has %d color channels".formatted(components));
        }
    }

    private void application(int marker, int body, int length) {
        if (marker == 0xE0 && begins(body, length, JFIF)) {
            copy.write(PLAIN_JFIF, 0, PLAIN_JFIF.length);
        } else if (marker == 0xEE && length >= 12 && begins(body, length, ADOBE)) {
            // Says whether three channels are YCbCr or RGB.
            copy.write(0xFF);
            copy.write(0xEE);
            copy.write(0);
            copy.write(14);
            copy.write(file, body, 12);
        } else if (marker == 0xE1 && begins(body, length, EXIF)) {
            orientation = ExifOrientation.of(file, body + EXIF.length, length - EXIF.length);
        } else if (marker == 0xE2 && length > ICC.length + 2 && begins(body, length, ICC)) {
            int number = u8(body + ICC.length);
            while (profile.size() <= number) {
                profile.add(null);
            }
            profile.set(number, Arrays.copyOfRange(file, body + ICC.length + 2, body + length));
        }
    }

    /** The profile from its numbered parts (ICC.1:2022, B.4); nothing when one is missing. */
    private byte[] wholeProfile() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : profile.subList(Math.min(1, profile.size()), profile.size())) {
            if (part == null || whole.size() + part.length > PictureFile.LARGEST_PROFILE) {
                return new byte[0];
            }
            whole.write(part, 0, part.length);
        }
        return whole.toByteArray();
    }

    /** Coded data up to the next marker that is neither a stuffed byte nor a restart. */
    private void scan() {
        scans++;
        int begin = at;
        while (true) {
            while (at < file.length && file[at] != (byte) 0xFF) {
                at++;
            }
            if (at + 1 >= file.length) {
                throw cutShort();
            }
            int next = u8(at + 1);
            if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                break;
            }
            at += 2;
        }
        copy.write(file, begin, at - begin);
    }

    private boolean begins(int body, int length, byte[] word) {
        return length >= word.length
                && Arrays.equals(file, body, body + word.length, word, 0, word.length);
    }

    private static Refusal cutShort() {
        return PictureFile.damaged("it ends in the middle of the picture");
    }

    private static Refusal unknownKind(String what) {
        return Refusal.invalid(
                "UPLOAD_JPEG_KIND",
                "This JPEG %s, which printing and browsers do not know. Save it as an ordinary JPEG (baseline or progressive, 8 bits) or as PNG."
                        .formatted(what));
    }

    private int u8(int index) {
        return file[index] & 0xFF;
    }
}
