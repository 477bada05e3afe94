package io.cardloom.production.emv;

import java.math.BigInteger;

/**
 * An RSA public key as EMV certifies it (EMV Book 2, B2.1).
 *
 * @param modulus of 512 to 1984 bits, a multiple of eight
 * @param exponent 3 or 65537
 */
public record ChipPublicKey(BigInteger modulus, int exponent) {

    /** EMV Book 2, D1: the longest modulus in bytes. */
    public static final int MAX_BYTES = 248;

    private static final int MIN_BYTES = 64;
    private static final int F4 = 65_537;

    /**
     * @throws IllegalArgumentException when EMV has no such key
     */
    public ChipPublicKey {
        int bits = modulus.bitLength();
        if (bits % 8 != 0 || bits < 8 * MIN_BYTES || bits > 8 * MAX_BYTES) {
            throw new IllegalArgumentException("EMV has no RSA keys of this length");
        }
        if (exponent != 3 && exponent != F4) {
            throw new IllegalArgumentException("EMV has the exponents 3 and 65537 only");
        }
    }

    /** Length of the modulus in bytes. */
    public int length() {
        return modulus.bitLength() / 8;
    }

    /** The modulus, the highest byte first. */
    public byte[] modulusBytes() {
        return unsigned(modulus, length());
    }

    /** One or three bytes. */
    public byte[] exponentBytes() {
        return exponent == 3 ? new byte[] {3} : new byte[] {1, 0, 1};
    }

    /**
     * What the private key signed.
     *
     * @param signature as long as the modulus
     * @throws IllegalArgumentException when it is longer, shorter or not below the modulus
     */
    public byte[] recover(byte[] signature) {
        BigInteger number = new BigInteger(1, signature);
        if (signature.length != length() || number.compareTo(modulus) >= 0) {
            throw new IllegalArgumentException("no signature of this key");
        }
        return unsigned(number.modPow(BigInteger.valueOf(exponent), modulus), length());
    }

    static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int kept = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, padded, length - kept, kept);
        return padded;
    }
}
