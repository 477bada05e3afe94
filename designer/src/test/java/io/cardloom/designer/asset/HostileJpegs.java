package io.cardloom.designer.asset;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** JPEG files that lie about themselves, and their metadata. */
final class HostileJpegs {

    private static final byte[] JPEG = Forge.jpeg(200, 100);

    private HostileJpegs() {}

    static void addTo(Corpus all) {
        frames(all);
        segments(all);
        metadata(all);
    }

    private static void frames(Corpus all) {
        all.add(
                "truncated JPEG",
                "a.jpg",
                "UPLOAD_DAMAGED",
                () -> Arrays.copyOf(JPEG, JPEG.length - 40));
        all.add(
                "JPEG of 65,000 x 65,000",
                "a.jpg",
                "UPLOAD_TOO_MANY_PIXELS",
                () -> Forge.jpegClaiming(65_000, 65_000, 3, 0xC0));
        all.add(
                "JPEG without height",
                "a.jpg",
                "UPLOAD_DAMAGED",
                () -> Forge.jpegClaiming(100, 0, 3, 0xC0));
        all.add("CMYK JPEG", "a.jpg", "UPLOAD_CMYK", () -> Forge.jpegClaiming(100, 100, 4, 0xC0));
        all.add(
                "lossless JPEG",
                "a.jpg",
                "UPLOAD_JPEG_KIND",
                () -> Forge.jpegClaiming(100, 100, 3, 0xC3));
        all.add(
                "arithmetic JPEG",
                "a.jpg",
                "UPLOAD_JPEG_KIND",
                () -> Forge.jpegClaiming(100, 100, 3, 0xC9));
        all.add(
                "JPEG of two channels",
                "a.jpg",
                "UPLOAD_JPEG_KIND",
                () -> Forge.jpegClaiming(100, 100, 2, 0xC0));
        all.add(
                "JPEG without a picture",
                "a.jpg",
                "UPLOAD_DAMAGED",
                () -> Forge.jpegClaiming(100, 100, 3, 0xC0));
    }

    private static void segments(Corpus all) {
        all.add(
                "JPEG whose segment is longer than the file",
                "a.jpg",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.join(
                                Arrays.copyOf(JPEG, 2),
                                new byte[] {
                                    (byte) 0xFF, (byte) 0xE1, (byte) 0xFF, (byte) 0xFF, 1
                                }));
        all.add(
                "JPEG whose segment has no length",
                "a.jpg",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.join(
                                Arrays.copyOf(JPEG, 2),
                                new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 0},
                                Arrays.copyOfRange(JPEG, 2, JPEG.length)));
        all.add(
                "JPEG with two frames",
                "a.jpg",
                "UPLOAD_TOO_MANY_PIXELS",
                () ->
                        Forge.withSegment(
                                JPEG,
                                0xC0,
                                new byte[] {
                                    8,
                                    (byte) 0xFF,
                                    (byte) 0xFF,
                                    (byte) 0xFF,
                                    (byte) 0xFF,
                                    3,
                                    1,
                                    0x11,
                                    0,
                                    2,
                                    0x11,
                                    0,
                                    3,
                                    0x11,
                                    0
                                }));
        all.add("JPEG of 101 scans", "a.jpg", "UPLOAD_JPEG_KIND", () -> scans(101));
        all.add(
                "JPEG of fill bytes alone",
                "a.jpg",
                "UPLOAD_DAMAGED",
                () -> Forge.join(Arrays.copyOf(JPEG, 2), fill(2 << 20)));
        all.add("JPEG signature alone", "a.jpg", "UPLOAD_DAMAGED", () -> Arrays.copyOf(JPEG, 3));
        all.add(
                "CMYK JPEG with a broken profile",
                "a.jpg",
                "UPLOAD_CMYK",
                () ->
                        Forge.withSegment(
                                Forge.jpegClaiming(100, 100, 4, 0xC0), 0xE2, brokenProfile()));
        all.add(
                "YCCK JPEG",
                "a.jpg",
                "UPLOAD_CMYK",
                () ->
                        Forge.withSegment(
                                Forge.jpegClaiming(100, 100, 4, 0xC0),
                                0xEE,
                                Forge.bytes("Adobe\0d\0\0\0\0\2")));
    }

    private static void metadata(Corpus all) {
        all.add(
                "JPEG with a broken profile",
                "a.jpg",
                Corpus.TAKEN,
                () -> Forge.withSegment(JPEG, 0xE2, brokenProfile()));
        all.add(
                "JPEG whose profile has 255 parts of which one comes",
                "a.jpg",
                Corpus.TAKEN,
                () ->
                        Forge.withSegment(
                                JPEG,
                                0xE2,
                                Forge.join(
                                        Forge.bytes("ICC_PROFILE\0"),
                                        new byte[] {(byte) 200, (byte) 255},
                                        new byte[999])));
        all.add(
                "JPEG with EXIF that points to itself",
                "a.jpg",
                Corpus.TAKEN,
                () ->
                        Forge.withSegment(
                                JPEG, 0xE1, Forge.join(Forge.bytes("Exif\0\0"), circularExif())));
        all.add(
                "JPEG with EXIF of 65,535 entries claimed",
                "a.jpg",
                Corpus.TAKEN,
                () ->
                        Forge.withSegment(
                                JPEG, 0xE1, Forge.join(Forge.bytes("Exif\0\0"), crowdedExif())));
        all.add(
                "JPEG turned to an orientation that is none",
                "a.jpg",
                Corpus.TAKEN,
                () ->
                        Forge.withSegment(
                                JPEG, 0xE1, Forge.join(Forge.bytes("Exif\0\0"), Forge.tiff(99))));
        all.add(
                "JPEG with 500 thumbnails of thumbnails",
                "a.jpg",
                Corpus.TAKEN,
                () -> thumbnails(500));
        all.add("JPEG with 20,000 comments", "a.jpg", Corpus.TAKEN, () -> comments(20_000));
    }

    /** An image file directory whose next one is itself. */
    static byte[] circularExif() {
        byte[] exif = Forge.tiff(6);
        ByteBuffer.wrap(exif).putInt(22, 8);
        return exif;
    }

    /** A directory of more entries than there are bytes, each of a gigabyte. */
    static byte[] crowdedExif() {
        byte[] exif = Forge.tiff(6);
        ByteBuffer.wrap(exif)
                .putShort(8, (short) -1)
                .putShort(10, (short) 0x8769)
                .putInt(14, 1 << 30);
        return exif;
    }

    private static byte[] brokenProfile() {
        return Forge.join(Forge.bytes("ICC_PROFILE\0"), new byte[] {1, 1}, Corpus.noise(3_000));
    }

    private static byte[] fill(int length) {
        byte[] fill = new byte[length];
        Arrays.fill(fill, (byte) 0xFF);
        return fill;
    }

    private static byte[] scans(int count) {
        byte[][] scans = new byte[count][];
        Arrays.fill(scans, new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 9});
        return Forge.join(Arrays.copyOf(JPEG, JPEG.length - 2), Forge.join(scans));
    }

    private static byte[] thumbnails(int count) {
        byte[] jpeg = JPEG;
        for (int i = 0; i < count; i++) {
            byte[] inner = Arrays.copyOf(Forge.join(Forge.bytes("JFXX\0\u0010"), jpeg), 8_000);
            jpeg = Forge.withSegment(jpeg, 0xE0, inner);
        }
        return jpeg;
    }

    private static byte[] comments(int count) {
        byte[] comment = {(byte) 0xFF, (byte) 0xFE, 0, 6, 'e', 'v', 'i', 'l'};
        byte[][] all = new byte[count][];
        Arrays.fill(all, comment);
        return Forge.join(
                Arrays.copyOf(JPEG, 2), Forge.join(all), Arrays.copyOfRange(JPEG, 2, JPEG.length));
    }
}
