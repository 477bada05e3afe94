package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.ChipTransport;
import io.cardloom.production.key.material.KeyCheckValue;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A pair of DES keys that works as triple DES with two keys (NIST SP 800-67). For one thread. */
final class DesPair implements ChipTransport.Key, PinTransport.Key {

    static final int LENGTH = 16;

    private static final int BLOCK = 8;

    private final Cipher encrypting;
    private final Cipher decrypting;
    private final KeyCheckValue checkValue;

    /**
     * @param pair 16 bytes, which the caller wipes
     */
    DesPair(byte[] pair) {
        if (pair.length != LENGTH) {
            throw new IllegalArgumentException("a pair of DES keys has 16 bytes");
        }
        byte[] full = Arrays.copyOf(pair, LENGTH + BLOCK);
        System.arraycopy(pair, 0, full, LENGTH, BLOCK);
        SecretKey key = new SecretKeySpec(full, "DESede");
        try {
            this.encrypting = Cipher.getInstance("DESede/ECB/NoPadding");
            this.encrypting.init(Cipher.ENCRYPT_MODE, key);
            this.decrypting = Cipher.getInstance("DESede/ECB/NoPadding");
            this.decrypting.init(Cipher.DECRYPT_MODE, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Triple DES is not available", e);
        } finally {
            Arrays.fill(full, (byte) 0);
        }
        this.checkValue = KeyCheckValue.ofTdea(pair);
    }

    /** Two DES keys that differ, each byte of odd parity. */
    static byte[] random() {
        byte[] pair = TenantKeys.random(LENGTH);
        oddParity(pair);
        return Arrays.equals(pair, 0, BLOCK, pair, BLOCK, LENGTH) ? random() : pair;
    }

    /** Sets the lowest bit of each byte so that it has an odd number of ones. */
    static void oddParity(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (Integer.bitCount(key[i] & 0xFF) % 2 == 0) {
                key[i] ^= 1;
            }
        }
    }

    /** Whole blocks of eight bytes, each for itself. */
    @Override
    public byte[] encrypt(byte[] blocks) {
        return done(encrypting, blocks);
    }

    /** Whole blocks of eight bytes, each for itself. */
    @Override
    public byte[] decrypt(byte[] blocks) {
        return done(decrypting, blocks);
    }

    @Override
    public KeyCheckValue checkValue() {
        return checkValue;
    }

    private static byte[] done(Cipher cipher, byte[] blocks) {
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Triple DES is not available", e);
        }
    }

    @Override
    public String toString() {
        return "DesPair[REDACTED]";
    }
}
