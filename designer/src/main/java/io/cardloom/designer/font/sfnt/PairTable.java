package io.cardloom.designer.font.sfnt;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The older table {@code kern}, version 0: its first horizontal list of pairs, written anew. */
final class PairTable {

    private static final int HORIZONTAL = 1;
    private static final int MOST_TABLES = 16;

    private PairTable() {}

    /** Null when it has no list of pairs. */
    static byte @Nullable [] remade(Table table, int glyphs) {
        if (table.u16(0) != 0) {
            return null;
        }
        int count = table.u16(2);
        if (count > MOST_TABLES) {
            throw table.damaged("has too many lists");
        }
        int at = 4;
        for (int i = 0; i < count; i++) {
            Table list = table.rest(at);
            if (list.u16(4) == HORIZONTAL) {
                return pairs(list, glyphs);
            }
            int length = list.u16(2);
            if (length < 6) {
                throw table.damaged("runs in circles");
            }
            at += length;
        }
        return null;
    }

    private static byte @Nullable [] pairs(Table list, int glyphs) {
        int pairs = list.u16(6);
        if (pairs == 0) {
            return null;
        }
        int power = Integer.highestOneBit(pairs);
        ByteBuffer out = ByteBuffer.allocate(18 + 6 * pairs);
        out.putInt(1).putShort((short) 0).putShort((short) (14 + 6 * pairs));
        out.putShort((short) HORIZONTAL).putShort((short) pairs);
        out.putShort((short) (6 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) (6 * (pairs - power)));
        long before = -1;
        for (int i = 0; i < pairs; i++) {
            int at = 14 + 6 * i;
            long pair = list.u32(at);
            if (pair <= before || pair >> 16 >= glyphs || (pair & 0xffff) >= glyphs) {
                throw list.damaged("pairs letters out of order or that are not there");
            }
            out.putInt((int) pair).putShort((short) list.s16(at + 4));
            before = pair;
        }
        return out.array();
    }
}
