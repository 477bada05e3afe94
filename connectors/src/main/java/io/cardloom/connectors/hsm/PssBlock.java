package io.cardloom.connectors.hsm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** What RSASSA-PSS signs (RFC 8017, 9.1.1: EMSA-PSS) with SHA-256 throughout; nothing secret. */
final class PssBlock {

    static final int SALT = 32;

    private static final int HASH = 32;
    private static final int TRAILER = 0xBC;

    private PssBlock() {}

    /**
     * @param hash 32 bytes
     * @param salt 32 bytes, drawn for this signature
     * @param bits of the modulus, 528 at least
     * @return as long as the modulus, and less than it
     */
    static byte[] of(byte[] hash, byte[] salt, int bits) {
        int emBits = bits - 1;
        int length = (emBits + 7) / 8;
        if (hash.length != HASH || salt.length != SALT || length < HASH + SALT + 2) {
            throw new IllegalArgumentException("no hash, salt or modulus for PSS");
        }
        MessageDigest sha256 = sha256();
        sha256.update(new byte[8]);
        sha256.update(hash);
        byte[] second = sha256.digest(salt);
        int masked = length - HASH - 1;
        byte[] block = new byte[length];
        block[masked - SALT - 1] = 1;
        System.arraycopy(salt, 0, block, masked - SALT, SALT);
        byte[] mask = mgf1(second, masked);
        for (int i = 0; i < masked; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= (byte) (0xFF >> (8 * length - emBits));
        System.arraycopy(second, 0, block, masked, HASH);
        block[length - 1] = (byte) TRAILER;
        return whole(block, (bits + 7) / 8);
    }

    /** A modulus of one bit more than whole bytes leaves its first byte zero. */
    private static byte[] whole(byte[] block, int length) {
        byte[] whole = new byte[length];
        System.arraycopy(block, 0, whole, length - block.length, block.length);
        return whole;
    }

    /** RFC 8017, B.2.1. */
    private static byte[] mgf1(byte[] seed, int length) {
        byte[] mask = new byte[length];
        for (int counter = 0; counter * HASH < length; counter++) {
            MessageDigest sha256 = sha256();
            sha256.update(seed);
            byte[] part =
                    sha256.digest(
                            new byte[] {
                                (byte) (counter >> 24),
                                (byte) (counter >> 16),
                                (byte) (counter >> 8),
                                (byte) counter
                            });
            int from = counter * HASH;
            System.arraycopy(part, 0, mask, from, Math.min(HASH, length - from));
        }
        return mask;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
