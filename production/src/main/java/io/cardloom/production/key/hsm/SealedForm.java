package io.cardloom.production.key.hsm;

import java.util.Arrays;

/**
 * How sealed bytes lie: a byte that says this form, a nonce of 96 bits, then the ciphertext with
 * its tag of 128 bits (AES-GCM, NIST SP 800-38D). Every driver writes and reads it.
 *
 * @param nonce 12 bytes, never used twice with a key
 * @param rest ciphertext and tag, at least 16 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls, never compared
public record SealedForm(byte[] nonce, byte[] rest) {

    /** Length of the nonce in bytes. */
    public static final int NONCE = 12;

    private static final byte FORM = 1;
    private static final int TAG = 16;

    /**
     * Takes sealed bytes apart.
     *
     * @throws BrokenSeal when they are too short or not of this form
     */
    public static SealedForm of(byte[] sealed) {
        if (sealed.length < 1 + NONCE + TAG || sealed[0] != FORM) {
            throw new BrokenSeal();
        }
        return new SealedForm(
                Arrays.copyOfRange(sealed, 1, 1 + NONCE),
                Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length));
    }

    /** All of it, one after the other. */
    public byte[] bytes() {
        byte[] all = new byte[1 + NONCE + rest.length];
        all[0] = FORM;
        System.arraycopy(nonce, 0, all, 1, NONCE);
        System.arraycopy(rest, 0, all, 1 + NONCE, rest.length);
        return all;
    }

    @Override
    public String toString() {
        return "SealedForm[REDACTED]";
    }
}
