package io.cardloom.production.intake.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A workbook's shared texts, packed side by side in UTF-8; at most 128 MiB of them. */
final class XlsxText {

    private static final int PIECE = 1 << 20;
    private static final int MOST_PIECES = 128;
    private static final int TOO_LONG = 0xFFFF;

    private final List<byte[]> pieces = new ArrayList<>();
    private int[] places = new int[1_024];
    private int count;
    private int free = PIECE;

    /** Adds the next text; one that is too long is remembered as that only. */
    void add(CharSequence text) {
        boolean tooLong = text.length() > FileForm.MOST_CHARACTERS;
        byte[] bytes = tooLong ? new byte[0] : text.toString().getBytes(StandardCharsets.UTF_8);
        if (free + bytes.length + 2 > PIECE) {
            if (pieces.size() == MOST_PIECES) {
                throw XlsxFaults.tooLarge();
            }
            pieces.add(new byte[PIECE]);
            free = 0;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = (pieces.size() - 1) * PIECE + free;
        byte[] piece = pieces.getLast();
        int length = tooLong ? TOO_LONG : bytes.length;
        piece[free] = (byte) (length >> 8);
        piece[free + 1] = (byte) length;
        System.arraycopy(bytes, 0, piece, free + 2, bytes.length);
        free += 2 + bytes.length;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /**
     * @throws ReadFault when it was too long
     */
    String get(int index, int line) {
        int place = places[index];
        byte[] piece = pieces.get(place / PIECE);
        int at = place % PIECE;
        int length = (piece[at] & 0xFF) << 8 | (piece[at + 1] & 0xFF);
        if (length == TOO_LONG) {
            throw ReadFault.length(line);
        }
        return new String(piece, at + 2, length, StandardCharsets.UTF_8);
    }

    /** Leaves nothing behind. */
    void wipe() {
        pieces.forEach(piece -> Arrays.fill(piece, (byte) 0));
        pieces.clear();
        count = 0;
    }
}
