package io.cardloom.production.key.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Reads a {@link StreamSeal}; an IOException says that it was changed or cut short. */
final class OpeningStream extends InputStream {

    private final BufferedInputStream in;
    private final SecretKey key;
    private final String place;
    private @Nullable StreamSeal seal;
    private byte[] piece = new byte[0];
    private int at;
    private boolean ended;

    OpeningStream(InputStream in, SecretKey key, String place) {
        this.in = new BufferedInputStream(in, StreamSeal.PIECE + StreamSeal.TAG + 1);
        this.key = key;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int part = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, part);
        at += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(piece, (byte) 0);
        in.close();
    }

    private void next() throws IOException {
        StreamSeal opened = seal == null ? begin() : seal;
        seal = opened;
        byte[] locked = in.readNBytes(StreamSeal.PIECE + StreamSeal.TAG);
        in.mark(1);
        boolean last = in.read() < 0;
        in.reset();
        Arrays.fill(piece, (byte) 0);
        try {
            piece = opened.next(Cipher.DECRYPT_MODE, locked, locked.length, last);
        } catch (GeneralSecurityException e) {
            throw broken();
        }
        at = 0;
        ended = last;
    }

    private StreamSeal begin() throws IOException {
        byte[] head = in.readNBytes(1 + StreamSeal.SALT);
        if (head.length != 1 + StreamSeal.SALT || head[0] != StreamSeal.FORM) {
            throw broken();
        }
        return new StreamSeal(key, Arrays.copyOfRange(head, 1, head.length), place);
    }

    private static IOException broken() {
        return new IOException("a sealed file was changed, cut short or belongs elsewhere");
    }
}
