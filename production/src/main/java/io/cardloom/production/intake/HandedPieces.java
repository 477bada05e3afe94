package io.cardloom.production.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/** Cuts a sealed stream into pieces that fit a row, and puts them together again. */
final class HandedPieces {

    private static final int PIECE = 1 << 20;

    private HandedPieces() {}

    /** Where a piece goes. */
    interface Keeping {
        void keep(int number, byte[] piece);
    }

    static OutputStream to(Keeping keeping) {
        return new Cutting(keeping);
    }

    /**
     * @param pieces by number from 1; empty after the last
     */
    static InputStream from(IntFunction<Optional<byte[]>> pieces) {
        return new Joining(pieces);
    }

    private static final class Cutting extends OutputStream {

        private final Keeping keeping;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int number;

        Cutting(Keeping keeping) {
            this.keeping = keeping;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int from = offset;
            while (from < offset + length) {
                int count = Math.min(PIECE - filled, offset + length - from);
                System.arraycopy(bytes, from, piece, filled, count);
                filled += count;
                from += count;
                if (filled == PIECE) {
                    cut();
                }
            }
        }

        private void cut() {
            keeping.keep(++number, Arrays.copyOf(piece, filled));
            filled = 0;
        }

        @Override
        public void close() {
            if (filled > 0) {
                cut();
            }
        }
    }

    private static final class Joining extends InputStream {

        private final IntFunction<Optional<byte[]>> pieces;
        private byte[] piece = new byte[0];
        private int read;
        private int number;

        Joining(IntFunction<Optional<byte[]>> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            while (read == piece.length) {
                Optional<byte[]> next = pieces.apply(number + 1);
                if (next.isEmpty()) {
                    return -1;
                }
                number++;
                piece = next.get();
                read = 0;
            }
            int count = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, into, offset, count);
            read += count;
            return count;
        }
    }
}
