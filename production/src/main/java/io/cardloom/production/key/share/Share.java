package io.cardloom.production.key.share;

import java.util.Arrays;
import org.springframework.modulith.NamedInterface;

/**
 * One custodian's part. It prints nothing; closing it wipes it.
 *
 * @see Sharing
 */
@NamedInterface("key-share")
public final class Share implements AutoCloseable {

    /** Custodians of one secret at most. */
    public static final int MOST = 255;

    private final int number;
    private final byte[] bytes;

    /**
     * @param number 1 to 255; no two shares of a secret have the same
     * @param bytes as many as the secret's, taken over
     */
    public Share(int number, byte[] bytes) {
        if (number < 1 || number > MOST || bytes.length == 0) {
            throw new IllegalArgumentException("a share has a number from 1 to 255 and some bytes");
        }
        this.number = number;
        this.bytes = bytes;
    }

    public int number() {
        return number;
    }

    public int length() {
        return bytes.length;
    }

    /** A copy, which the caller wipes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    int at(int place) {
        return bytes[place] & 0xFF;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Share[REDACTED]";
    }
}
