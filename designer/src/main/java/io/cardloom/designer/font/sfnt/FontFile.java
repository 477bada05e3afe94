package io.cardloom.designer.font.sfnt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/** Writes tables as one file, in the order of their names. */
final class FontFile {

    private static final int MAGIC = 0xB1B0AFBA;

    private FontFile() {}

    static byte[] write(boolean trueType, SortedMap<String, byte[]> tables) {
        int count = tables.size();
        int size = 12 + 16 * count;
        for (byte[] table : tables.values()) {
            size += table.length + 3 & ~3;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(count);
        out.putInt(trueType ? 0x10000 : 0x4F54544F);
        out.putShort((short) count).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) (16 * (count - power)));
        int at = 12 + 16 * count;
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] bytes = table.getValue();
            out.put(at, bytes);
            if (table.getKey().equals("head")) {
                head = at;
            }
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt(sum(out, at, at + bytes.length)).putInt(at).putInt(bytes.length);
            at += bytes.length + 3 & ~3;
        }
        out.putInt(head + 8, MAGIC - sum(out, 0, size));
        return out.array();
    }

    private static int sum(ByteBuffer bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += 4) {
            sum += bytes.getInt(i);
        }
        return sum;
    }
}
