package io.cardloom.designer.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Rows that are the same in every file: a finished chunk. */
final class StillBand {

    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int PAETH = 4;

    private final Picture picture;
    private final int from;
    private final int to;

    /** The rows from {@code from} to before {@code to}. */
    StillBand(Picture picture, int from, int to) {
        this.picture = picture;
        this.from = from;
        this.to = to;
    }

    /** The chunk; adds the rows to the sum. Nothing in it points at rows above the band. */
    byte[] chunk(byte[] before, Sum sum) {
        byte[] filtered = new byte[(to - from) * picture.rowBytes()];
        byte[] best = new byte[picture.rowBytes()];
        byte[] other = new byte[picture.rowBytes()];
        for (int y = from; y < to; y++) {
            int least = filter(y, SUB, best);
            for (int filter = NONE; filter <= PAETH; filter++) {
                if (filter != SUB && (filter == NONE || y > from)) {
                    int cost = filter(y, filter, other);
                    if (cost < least) {
                        least = cost;
                        byte[] swap = best;
                        best = other;
                        other = swap;
                    }
                }
            }
            System.arraycopy(best, 0, filtered, (y - from) * best.length, best.length);
        }
        long toTheEnd = picture.toTheEnd(from, 0);
        for (byte value : filtered) {
            sum.add(value & 255, toTheEnd--);
        }
        return Chunk.of("IDAT", deflated(before, filtered));
    }

    /** Filters a row (ISO/IEC 15948, 9.2); returns the sum of its bytes' distances from zero. */
    private int filter(int y, int filter, byte[] into) {
        int cost = 0;
        into[0] = (byte) filter;
        for (int i = 0; i < into.length - 1; i++) {
            int x = i / 3;
            int shift = 16 - 8 * (i % 3);
            int left = x == 0 ? 0 : picture.at(x - 1, y) >> shift & 255;
            int up = y == 0 ? 0 : picture.at(x, y - 1) >> shift & 255;
            int corner = x == 0 || y == 0 ? 0 : picture.at(x - 1, y - 1) >> shift & 255;
            int guess =
                    switch (filter) {
                        case NONE -> 0;
                        case SUB -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        default -> paeth(left, up, corner);
                    };
            into[i + 1] = (byte) ((picture.at(x, y) >> shift & 255) - guess);
            cost += Math.abs(into[i + 1]);
        }
        return cost;
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static byte[] deflated(byte[] before, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length / 2 + before.length);
        bytes.writeBytes(before);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(data);
        byte[] buffer = new byte[1 << 16];
        int count = buffer.length;
        while (count == buffer.length) {
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            bytes.write(buffer, 0, count);
        }
        deflater.end();
        return bytes.toByteArray();
    }
}
