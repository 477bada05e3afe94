import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Makes the table that Cardloom separates by: asks Little CMS for 33 × 33 × 33 colors, relative
 * colorimetric with black point compensation, and writes what it answers as 16-bit C, M, Y, K, big
 * endian, blue fastest, after the digest of the profile. Run by {@code ./cardloom color}.
 */
final class ColorTable {

    private static final int STEPS = 33;
    private static final int COLORS = STEPS * STEPS * STEPS;

    public static void main(String[] args) throws Exception {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Path table = Path.of(args[2]);
        Path folder = Files.createTempDirectory("color");
        Path grid = Files.write(folder.resolve("rgb.tif"), grid());
        Path answer = folder.resolve("cmyk.tif");
        int said =
                new ProcessBuilder("tificc", "-n", "-i" + from, "-o" + to, "-t1", "-b", "-c0", "-w16",
                                grid.toString(), answer.toString())
                        .inheritIO().start().waitFor();
        if (said != 0) {
            throw new IOException("tificc failed");
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(to));
        ByteBuffer values = ByteBuffer.allocate(digest.length + COLORS * 8);
        values.put(digest);
        ByteBuffer strip = strip(ByteBuffer.wrap(Files.readAllBytes(answer)));
        for (int i = 0; i < COLORS * 4; i++) {
            values.putShort(strip.getShort());
        }
        Files.write(table, values.array());
        System.out.println("profile " + HexFormat.of().formatHex(digest));
    }

    /** A TIFF with each color once, 16 bits, not compressed. */
    private static byte[] grid() {
        int entries = 10;
        int data = 8 + 2 + 12 * entries + 4 + 6;
        ByteBuffer file = ByteBuffer.allocate(data + COLORS * 6);
        file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        file.putShort((short) entries);
        entry(file, 256, 4, 1, STEPS * STEPS);
        entry(file, 257, 4, 1, STEPS);
        entry(file, 258, 3, 3, data - 6);
        entry(file, 259, 3, 1, 1 << 16);
        entry(file, 262, 3, 1, 2 << 16);
        entry(file, 273, 4, 1, data);
        entry(file, 277, 3, 1, 3 << 16);
        entry(file, 278, 4, 1, STEPS);
        entry(file, 279, 4, 1, COLORS * 6);
        entry(file, 284, 3, 1, 1 << 16);
        file.putInt(0).putShort((short) 16).putShort((short) 16).putShort((short) 16);
        for (int color = 0; color < COLORS; color++) {
            file.putShort(level(color / STEPS / STEPS));
            file.putShort(level(color / STEPS % STEPS));
            file.putShort(level(color % STEPS));
        }
        return file.array();
    }

    private static short level(int step) {
        return (short) Math.round(step * 65_535.0 / (STEPS - 1));
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The samples of a TIFF whose strips follow each other, not compressed. */
    private static ByteBuffer strip(ByteBuffer file) {
        file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = file.getInt(4);
        for (int i = 0; i < file.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (file.getShort(entry) == 273) {
                int count = file.getInt(entry + 4);
                int offset = count == 1 ? file.getInt(entry + 8) : file.getInt(file.getInt(entry + 8));
                return file.position(offset);
            }
        }
        throw new IllegalStateException("no strips");
    }
}
