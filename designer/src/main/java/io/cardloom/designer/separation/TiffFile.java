package io.cardloom.designer.separation;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Writes a TIFF of one strip (TIFF 6.0, Adobe 1992), big endian, with its resolution. */
final class TiffFile {

    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int INK_SET = 332;
    static final int PROFILE = 34_675;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int RESOLUTION_UNIT = 296;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private record Entry(int type, int count, byte[] value) {}

    private final Map<Integer, Entry> entries = new TreeMap<>();

    TiffFile(int width, int height, double dpi) {
        longs(WIDTH, width);
        longs(HEIGHT, height);
        longs(ROWS_PER_STRIP, height);
        byte[] resolution =
                ByteBuffer.allocate(8).putInt((int) Math.round(dpi * 1000)).putInt(1000).array();
        entries.put(X_RESOLUTION, new Entry(RATIONAL, 1, resolution));
        entries.put(Y_RESOLUTION, new Entry(RATIONAL, 1, resolution));
        shorts(RESOLUTION_UNIT, 2);
    }

    TiffFile shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        entries.put(tag, new Entry(SHORT, values.length, bytes.array()));
        return this;
    }

    TiffFile undefined(int tag, byte[] value) {
        entries.put(tag, new Entry(UNDEFINED, value.length, value));
        return this;
    }

    private void longs(int tag, int value) {
        entries.put(tag, new Entry(LONG, 1, ByteBuffer.allocate(4).putInt(value).array()));
    }

    /** The file around this strip. */
    byte[] bytes(byte[] strip) {
        longs(STRIP_BYTES, strip.length);
        longs(STRIP_OFFSETS, 8);
        int directory = even(8 + strip.length);
        int beyond = directory + 6 + 12 * entries.size();
        int size = beyond;
        for (Entry entry : entries.values()) {
            size += entry.value.length > 4 ? even(entry.value.length) : 0;
        }
        ByteBuffer file = ByteBuffer.allocate(size);
        file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(directory).put(strip);
        file.position(directory).putShort((short) entries.size());
        for (Map.Entry<Integer, Entry> tagged : entries.entrySet()) {
            Entry entry = tagged.getValue();
            file.putShort(tagged.getKey().shortValue()).putShort((short) entry.type);
            file.putInt(entry.count);
            if (entry.value.length <= 4) {
                file.put(java.util.Arrays.copyOf(entry.value, 4));
            } else {
                file.putInt(beyond).put(beyond, entry.value);
                beyond += even(entry.value.length);
            }
        }
        file.putInt(0);
        return file.array();
    }

    private static int even(int size) {
        return size + 1 & ~1;
    }
}
