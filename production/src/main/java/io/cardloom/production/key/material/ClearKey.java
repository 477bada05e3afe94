package io.cardloom.production.key.material;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A key in clear, for as short as it takes: closing it wipes its bytes. It prints nothing and
 * compares with nothing.
 */
public final class ClearKey implements AutoCloseable {

    private final KeyKind kind;
    private final byte[] bytes;
    private boolean closed;

    /**
     * @param bytes taken over, not copied: the caller does not use them any more
     * @throws IllegalArgumentException when their number is not the kind's; they are wiped then
     */
    public ClearKey(KeyKind kind, byte[] bytes) {
        if (bytes.length != kind.bytes()) {
            Arrays.fill(bytes, (byte) 0);
            throw new IllegalArgumentException("a key of this kind has another length");
        }
        this.kind = kind;
        this.bytes = bytes;
    }

    /**
     * A new key; each byte of a TDEA key has odd parity, and its parts differ (NIST SP 800-67).
     *
     * @param random a secure one, but in tests
     */
    public static ClearKey random(KeyKind kind, RandomGenerator random) {
        byte[] bytes = new byte[kind.bytes()];
        do {
            random.nextBytes(bytes);
            if (kind.algorithm() == KeyAlgorithm.TDEA) {
                oddParity(bytes);
            }
        } while (partsRepeat(kind, bytes));
        return new ClearKey(kind, bytes);
    }

    public KeyKind kind() {
        return kind;
    }

    /** A copy, which the caller wipes. */
    public byte[] bytes() {
        if (closed) {
            throw new IllegalStateException("the key is wiped");
        }
        return bytes.clone();
    }

    /** By which people compare it: of TDEA the zeros encrypted, of AES the CMAC of zeros. */
    public KeyCheckValue checkValue() {
        return KeyCheckValue.of(this);
    }

    /** Whether two of the three (or both) DES keys in it are the same, ignoring parity bits. */
    public boolean weak() {
        return partsRepeat(kind, bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "ClearKey[REDACTED]";
    }

    private static void oddParity(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (Integer.bitCount(bytes[i] & 0xFF) % 2 == 0) {
                bytes[i] ^= 1;
            }
        }
    }

    private static boolean partsRepeat(KeyKind kind, byte[] bytes) {
        if (kind.algorithm() != KeyAlgorithm.TDEA) {
            return false;
        }
        boolean repeats = same(bytes, 0, 8);
        if (kind == KeyKind.TDEA_TRIPLE) {
            repeats |= same(bytes, 8, 16);
        }
        return repeats;
    }

    private static boolean same(byte[] bytes, int one, int other) {
        int difference = 0;
        for (int i = 0; i < 8; i++) {
            difference |= (bytes[one + i] ^ bytes[other + i]) & 0xFE;
        }
        return difference == 0;
    }
}
