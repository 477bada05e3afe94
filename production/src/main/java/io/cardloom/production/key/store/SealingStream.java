package io.cardloom.production.key.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Writes a {@link StreamSeal}; closing writes the last piece. */
final class SealingStream extends OutputStream {

    private final OutputStream out;
    private final StreamSeal seal;
    private final byte[] piece = new byte[StreamSeal.PIECE];
    private final byte[] head;
    private int filled;
    private boolean begun;
    private boolean closed;

    SealingStream(OutputStream out, SecretKey key, String place) {
        this.out = out;
        byte[] salt = TenantKeys.random(StreamSeal.SALT);
        this.seal = new StreamSeal(key, salt, place);
        this.head = new byte[1 + salt.length];
        this.head[0] = StreamSeal.FORM;
        System.arraycopy(salt, 0, head, 1, salt.length);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int rest = length;
        while (rest > 0) {
            if (filled == piece.length) {
                emit(false);
            }
            int part = Math.min(rest, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, part);
            filled += part;
            from += part;
            rest -= part;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            emit(true);
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
    }

    private void emit(boolean last) throws IOException {
        if (!begun) {
            begun = true;
            out.write(head);
        }
        try {
            out.write(seal.next(Cipher.ENCRYPT_MODE, piece, filled, last));
        } catch (GeneralSecurityException e) {
            throw new IOException("the stream could not be sealed", e);
        }
        filled = 0;
    }
}
