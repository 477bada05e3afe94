package io.cardloom.production.tlv;

import java.util.Arrays;

/** How a value is spelled, and so how it is fitted to a length (EMV Book 3, 4.3 and 5.4). */
public enum TagFormat {
    /** Letters. */
    A,
    /** Letters and digits. */
    AN,
    /** Letters, digits and special characters. */
    ANS,
    /** Bits and bytes. */
    B,
    /** Two digits a byte, from the left, filled with F. */
    CN,
    /** Two digits a byte, to the right, filled with 0. */
    N,
    /** Data objects or what the element itself defines. */
    VAR;

    /**
     * Fits a value into a place of a data object list: a number loses or gains on its left, all
     * else on its right, where compressed numbers gain F and others zero bytes (EMV Book 3, 5.4).
     */
    byte[] fitted(byte[] value, int length) {
        if (this == N) {
            byte[] fitted = new byte[length];
            int kept = Math.min(length, value.length);
            System.arraycopy(value, value.length - kept, fitted, length - kept, kept);
            return fitted;
        }
        byte[] fitted = Arrays.copyOf(value, length);
        if (this == CN && length > value.length) {
            Arrays.fill(fitted, value.length, length, (byte) 0xFF);
        }
        return fitted;
    }
}
