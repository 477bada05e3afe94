package io.cardloom.designer.asset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Other formats, several formats at once, and names. */
final class HostileStrangers {

    private static final byte[] PNG = Forge.png(200, 100);
    private static final byte[] JPEG = Forge.jpeg(200, 100);

    private HostileStrangers() {}

    static void addTo(Corpus all) {
        called(all);
        formats(all);
        giants(all);
        polyglots(all);
    }

    private static void called(Corpus all) {
        all.add("PNG called JPEG", "a.jpg", "UPLOAD_NAME_MISMATCH", () -> PNG);
        all.add("JPEG called SVG", "a.svg", "UPLOAD_NAME_MISMATCH", () -> JPEG);
        all.add("PNG called HTML", "a.html", "UPLOAD_NAME_MISMATCH", () -> PNG);
    }

    private static void formats(Corpus all) {
        all.add(
                "WebP",
                "a.webp",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                Forge.bytes("RIFF"),
                                new byte[] {30, 0, 0, 0},
                                Forge.bytes("WEBPVP8L"),
                                new byte[38]));
        all.add(
                "WebP called PNG",
                "a.png",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                Forge.bytes("RIFF"),
                                new byte[] {30, 0, 0, 0},
                                Forge.bytes("WEBPVP8X"),
                                new byte[38]));
        all.add(
                "HEIC",
                "a.heic",
                "UPLOAD_TYPE",
                () -> Forge.join(new byte[] {0, 0, 0, 24}, Forge.bytes("ftypheic"), new byte[64]));
        all.add(
                "GIF and script at once",
                "a.gif",
                "UPLOAD_TYPE",
                () -> Forge.bytes("GIF89a/*..............*/=1;alert(1)"));
        all.add(
                "PDF",
                "a.pdf",
                "UPLOAD_TYPE",
                () -> Forge.bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"));
        all.add(
                "HTML called PNG",
                "a.png",
                "UPLOAD_TYPE",
                () -> Forge.bytes("<html><script>alert(1)</script></html>"));
        all.add(
                "ZIP",
                "a.png",
                "UPLOAD_TYPE",
                () -> Forge.join(Forge.bytes("PK\u0003\u0004"), new byte[60]));
        all.add("noise", "a.png", "UPLOAD_TYPE", () -> Corpus.noise(4_000));
    }

    private static void giants(Corpus all) {
        all.add(
                "GIF of 65,535 x 65,535",
                "a.gif",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                Forge.bytes("GIF89a"),
                                new byte[] {-1, -1, -1, -1, (byte) 0xF7, 0, 0},
                                new byte[768]));
        all.add(
                "GIF of 65,535 x 65,535 called PNG",
                "a.png",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                Forge.bytes("GIF89a"),
                                new byte[] {-1, -1, -1, -1, (byte) 0xF7, 0, 0},
                                new byte[768]));
        all.add("BMP of 2,000,000,000 x 2", "a.bmp", "UPLOAD_TYPE", () -> bmp(2_000_000_000, 2));
        all.add("BMP called JPEG", "a.jpg", "UPLOAD_TYPE", () -> bmp(40_000, 40_000));
        all.add(
                "TIFF with a directory that points to itself",
                "a.tif",
                "UPLOAD_TYPE",
                () -> HostileJpegs.circularExif());
        all.add(
                "TIFF of 4,294,967,295 x 4,294,967,295",
                "a.tiff",
                "UPLOAD_TYPE",
                () -> HostileJpegs.crowdedExif());
        all.add(
                "PSD of 300,000 x 300,000",
                "a.psd",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                Forge.bytes("8BPS\0\1\0\0\0\0\0\0\0\4"),
                                new byte[] {
                                    0,
                                    4,
                                    (byte) 0x93,
                                    (byte) 0xE0,
                                    0,
                                    4,
                                    (byte) 0x93,
                                    (byte) 0xE0,
                                    0,
                                    16,
                                    0,
                                    3
                                },
                                new byte[64]));
        all.add(
                "WebP of 16,384 x 16,384 in 38 bytes",
                "a.webp",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                Forge.bytes("RIFF"),
                                new byte[] {30, 0, 0, 0},
                                Forge.bytes("WEBPVP8L"),
                                new byte[] {17, 0, 0, 0, 0x2F, -1, -1, -1, -1},
                                new byte[9]));
        all.add(
                "JPEG 2000",
                "a.jp2",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                new byte[] {0, 0, 0, 12},
                                Forge.bytes("jP  \r\n"),
                                new byte[] {(byte) 0x87, 10},
                                Forge.bytes("ftypjp2 "),
                                new byte[40]));
        all.add(
                "AVIF",
                "a.avif",
                "UPLOAD_TYPE",
                () -> Forge.join(new byte[] {0, 0, 0, 28}, Forge.bytes("ftypavif"), new byte[64]));
        all.add(
                "icon",
                "a.ico",
                "UPLOAD_TYPE",
                () -> Forge.join(new byte[] {0, 0, 1, 0, -1, -1}, new byte[99]));
        all.add(
                "PostScript",
                "a.eps",
                "UPLOAD_TYPE",
                () -> Forge.bytes("%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file\n"));
        all.add(
                "Windows metafile called PNG",
                "a.png",
                "UPLOAD_TYPE",
                () ->
                        Forge.join(
                                new byte[] {(byte) 0xD7, (byte) 0xCD, (byte) 0xC6, (byte) 0x9A},
                                new byte[99]));
        all.add(
                "ImageMagick script called SVG",
                "a.svg",
                "UPLOAD_SVG_XML",
                () ->
                        Forge.bytes(
                                "push graphic-context\n"
                                        + "viewbox 0 0 640 480\n"
                                        + "fill 'url(https://127.0.0.1/x.jpg\"|ls \"-la)'\n"
                                        + "pop graphic-context"));
        all.add(
                "executable called PNG",
                "a.png",
                "UPLOAD_TYPE",
                () -> Forge.join(new byte[] {0x7F}, Forge.bytes("ELF"), new byte[99]));
    }

    private static void polyglots(Corpus all) {
        all.add(
                "PNG and ZIP at once",
                "a.png",
                Corpus.TAKEN,
                () -> Forge.join(PNG, Forge.bytes("PK\u0003\u0004evil")));
        all.add(
                "PNG and HTML at once",
                "a.png",
                Corpus.TAKEN,
                () -> Forge.join(PNG, Forge.bytes("<script>alert('evil')</script>")));
        all.add(
                "PNG and PDF at once",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG, Forge.chunk("tEXt", Forge.bytes("evil\0%PDF-1.7\n1 0 obj"))));
        all.add(
                "PNG with PHP in its text",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG,
                                Forge.chunk(
                                        "tEXt", Forge.bytes("evil\0<?php system($_GET[0]); ?>"))));
        all.add(
                "JPEG and script at once",
                "a.jpg",
                Corpus.TAKEN,
                () -> Forge.withSegment(JPEG, 0xFE, Forge.bytes("evil*/=alert(1);/*")));
        all.add(
                "JPEG and ZIP at once",
                "a.jpg",
                Corpus.TAKEN,
                () -> Forge.join(JPEG, Forge.bytes("PK\u0003\u0004evil")));
        all.add(
                "JPEG and HTML at once",
                "a.jpg",
                Corpus.TAKEN,
                () ->
                        Forge.withSegment(
                                JPEG, 0xFE, Forge.bytes("<html><script src=evil></script>")));
        all.add(
                "SVG behind a PNG signature",
                "a.svg",
                "UPLOAD_NAME_MISMATCH",
                () ->
                        Forge.join(
                                new byte[] {(byte) 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10},
                                Forge.svg("<script>evil</script>")));
        all.add(
                "HTML with a drawing in it",
                "a.svg",
                "UPLOAD_TYPE",
                () ->
                        Forge.bytes(
                                "<html><body><svg"
                                    + " xmlns='http://www.w3.org/2000/svg'><script>evil</script></svg></body></html>"));
    }

    private static byte[] bmp(int width, int height) {
        return ByteBuffer.allocate(80)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Forge.bytes("BM"))
                .putInt(2_000_000_000)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) 32)
                .array();
    }
}
