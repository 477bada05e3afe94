package io.cardloom.designer.asset;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;

/** PNG files that lie about themselves, or unpack to more than they are. */
final class HostilePngs {

    private static final byte[] PNG = Forge.png(200, 100);
    private static final byte[] END = Forge.chunk("IEND", new byte[0]);
    private static final Supplier<byte[]> ZEROS = () -> Forge.deflatedZeros(60L << 20);

    private HostilePngs() {}

    static void addTo(Corpus all) {
        sizes(all);
        damage(all);
        bombs(all);
        oddities(all);
    }

    private static void sizes(Corpus all) {
        all.add("zero bytes", "a.png", "UPLOAD_EMPTY", () -> new byte[0]);
        all.add(
                "over 20 MB",
                "a.png",
                "UPLOAD_TOO_LARGE",
                () -> Arrays.copyOf(PNG, (20 << 20) + 1));
        all.add(
                "50,000 x 50,000 claimed",
                "a.png",
                "UPLOAD_TOO_MANY_PIXELS",
                () ->
                        Forge.pngOf(
                                Forge.header(50_000, 50_000, 8, 2),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
        all.add(
                "2^31 x 1 claimed",
                "a.png",
                "UPLOAD_TOO_MANY_PIXELS",
                () ->
                        Forge.pngOf(
                                Forge.header(Integer.MIN_VALUE, 1, 8, 2),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
        all.add(
                "0 x 0",
                "a.png",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.pngOf(
                                Forge.header(0, 0, 8, 2),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
        all.add(
                "60 million pixels of which none come",
                "a.png",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.pngOf(
                                Forge.header(7_000, 8_000, 16, 6),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
    }

    private static void damage(Corpus all) {
        all.add(
                "truncated PNG",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> Arrays.copyOf(PNG, PNG.length / 2));
        all.add(
                "PNG with a broken check sum",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> Corpus.flipped(PNG, 45));
        all.add(
                "PNG of an unknown color type",
                "a.png",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.pngOf(
                                Forge.header(9, 9, 8, 5),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
        all.add(
                "PNG without pixels",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> Forge.pngOf(Forge.header(9, 9, 8, 2), END, END));
        all.add("PNG signature alone", "a.png", "UPLOAD_DAMAGED", () -> Arrays.copyOf(PNG, 8));
        all.add(
                "noise behind a PNG header",
                "a.png",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.pngOf(
                                Forge.header(900, 900, 8, 2),
                                Forge.chunk("IDAT", Corpus.noise(5_000)),
                                END));
        all.add(
                "PNG that ends inside a chunk",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> Arrays.copyOf(PNG, PNG.length - 9));
        all.add(
                "PNG with a chunk of 4 GB claimed",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> lyingChunk(0xFFFF_FFFF));
        all.add(
                "PNG with a chunk of 2 GB claimed",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> lyingChunk(Integer.MAX_VALUE));
        all.add(
                "PNG whose first chunk is not its header",
                "a.png",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.pngOf(
                                Forge.chunk("tEXt", Forge.bytes("a")),
                                Forge.header(9, 9, 8, 2),
                                END));
        all.add(
                "PNG with two headers",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> Forge.withChunks(PNG, Forge.header(60_000, 60_000, 16, 6)));
        all.add(
                "PNG with an unknown chunk that it needs",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> Forge.withChunks(PNG, Forge.chunk("BOMB", new byte[9])));
        all.add(
                "PNG of a palette that is not there",
                "a.png",
                "UPLOAD_DAMAGED",
                () ->
                        Forge.pngOf(
                                Forge.header(200, 100, 8, 3),
                                Forge.chunk("IDAT", Forge.deflatedZeros(20_100)),
                                END));
    }

    private static void bombs(Corpus all) {
        all.add(
                "pixels that unpack to 60 MB",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.pngOf(
                                Forge.header(200, 100, 8, 2),
                                Forge.chunk("IDAT", Forge.deflatedZeros(60L << 20)),
                                END));
        all.add(
                "profile that unpacks to 60 MB",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG,
                                Forge.chunk(
                                        "iCCP", Forge.join(Forge.bytes("p\0\0"), ZEROS.get()))));
        all.add(
                "text that unpacks to 60 MB",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG,
                                Forge.chunk(
                                        "zTXt", Forge.join(Forge.bytes("k\0\0"), ZEROS.get()))));
        all.add(
                "international text that unpacks to 60 MB",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG,
                                Forge.chunk(
                                        "iTXt",
                                        Forge.join(Forge.bytes("k\0\1\0\0\0"), ZEROS.get()))));
        all.add(
                "100,000 empty pixel chunks",
                "a.png",
                Corpus.TAKEN,
                () -> crowded(Forge.chunk("IDAT", new byte[0]), 100_000));
        all.add(
                "100,000 text chunks",
                "a.png",
                Corpus.TAKEN,
                () -> crowded(Forge.chunk("tEXt", Forge.bytes("k\0v")), 100_000));
        all.add(
                "56 million pixels of 64 bits",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.pngOf(
                                Forge.header(7_000, 8_000, 16, 6),
                                Forge.chunk("IDAT", Forge.deflatedZeros((7_000L * 8 + 1) * 8_000)),
                                END));
        all.add(
                "interlaced, and ending after the first pass",
                "a.png",
                "UPLOAD_DAMAGED",
                () -> interlaced());
        all.add(
                "a picture of 1 x 60,000,000",
                "a.png",
                "UPLOAD_TOO_MANY_PIXELS",
                () ->
                        Forge.pngOf(
                                Forge.header(1, 60_000_000, 1, 0),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
        all.add(
                "a picture of 60,000,000 x 1",
                "a.png",
                "UPLOAD_TOO_MANY_PIXELS",
                () ->
                        Forge.pngOf(
                                Forge.header(60_000_000, 1, 1, 0),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                                END));
    }

    private static void oddities(Corpus all) {
        all.add(
                "animated PNG",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG, Forge.chunk("acTL", new byte[] {0, 0, 0, 99, 0, 0, 0, 0})));
        all.add(
                "PNG of 16 bits a channel",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.pngOf(
                                Forge.header(200, 100, 16, 6),
                                Forge.chunk("IDAT", Forge.deflatedZeros(1_601 * 100)),
                                END));
        all.add(
                "PNG with EXIF that points to itself",
                "a.png",
                Corpus.TAKEN,
                () -> Forge.withChunks(PNG, Forge.chunk("eXIf", HostileJpegs.circularExif())));
        all.add(
                "PNG with EXIF of 65,535 entries claimed",
                "a.png",
                Corpus.TAKEN,
                () -> Forge.withChunks(PNG, Forge.chunk("eXIf", HostileJpegs.crowdedExif())));
        all.add(
                "PNG with a profile that is none",
                "a.png",
                Corpus.TAKEN,
                () ->
                        Forge.withChunks(
                                PNG,
                                Forge.chunk(
                                        "iCCP",
                                        Forge.join(
                                                Forge.bytes("p\0\0"),
                                                Forge.deflatedZeros(4_000)))));
    }

    private static byte[] lyingChunk(int length) {
        byte[] chunk = Forge.chunk("tEXt", new byte[40]);
        ByteBuffer.wrap(chunk).putInt(0, length);
        return Forge.withChunks(PNG, chunk);
    }

    private static byte[] crowded(byte[] chunk, int times) {
        ByteBuffer all = ByteBuffer.allocate(chunk.length * times);
        while (all.hasRemaining()) {
            all.put(chunk);
        }
        return Forge.withChunks(PNG, all.array());
    }

    private static byte[] interlaced() {
        byte[] header = Forge.header(2_000, 2_000, 8, 6);
        byte[] body = Arrays.copyOfRange(header, 8, 21);
        body[12] = 1;
        return Forge.pngOf(
                Forge.chunk("IHDR", body),
                Forge.chunk("IDAT", Forge.deflatedZeros(1_001L * 250)),
                END);
    }
}
