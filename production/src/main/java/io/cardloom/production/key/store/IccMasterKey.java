package io.cardloom.production.key.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Derives a card's master keys from an issuer's, which encrypts whole blocks wherever it is kept
 * (EMV Book 2, A1.4). The caller wipes them.
 */
final class IccMasterKey {

    private static final int DIGITS = 16;

    private IccMasterKey() {}

    /**
     * A1.4.1.
     *
     * @param sequence two digits
     */
    static byte[] optionA(UnaryOperator<byte[]> issuer, String pan, String sequence) {
        String digits = pan + sequence;
        String padded = "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
        return pair(issuer, padded.substring(padded.length() - DIGITS));
    }

    /** A1.4.2: up to sixteen digits as option A. */
    static byte[] optionB(UnaryOperator<byte[]> issuer, String pan, String sequence) {
        if (pan.length() <= DIGITS) {
            return optionA(issuer, pan, sequence);
        }
        String digits = pan + sequence;
        String even = digits.length() % 2 == 0 ? digits : "0" + digits;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(HexFormat.of().parseHex(even));
            return pair(issuer, decimal(HexFormat.of().formatHex(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is not available", e);
        }
    }

    /** A1.4.3: as many bytes as the issuer's key has. */
    static byte[] aes(UnaryOperator<byte[]> issuer, int length, String pan, String sequence) {
        String digits = pan + sequence;
        byte[] y = HexFormat.of().parseHex("0".repeat(2 * DIGITS - digits.length()) + digits);
        byte[] both = issuer.apply(twice(y));
        try {
            return Arrays.copyOf(both, length);
        } finally {
            Arrays.fill(both, (byte) 0);
        }
    }

    /** Whole blocks of sixteen bytes, each for itself. */
    static byte[] aesBlocks(SecretKey key, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        }
    }

    private static byte[] pair(UnaryOperator<byte[]> issuer, String digits) {
        byte[] key = issuer.apply(twice(HexFormat.of().parseHex(digits)));
        DesPair.oddParity(key);
        return key;
    }

    /** The decimal digits first; when they are fewer than sixteen, A to F as 0 to 5 after them. */
    private static String decimal(String hex) {
        StringBuilder value = new StringBuilder(hex.length());
        hex.chars().filter(c -> c <= '9').forEach(c -> value.append((char) c));
        hex.chars().filter(c -> c > '9').forEach(c -> value.append((char) (c - 'a' + '0')));
        return value.substring(0, DIGITS);
    }

    /** The data, and behind it its complement. */
    private static byte[] twice(byte[] y) {
        byte[] both = Arrays.copyOf(y, 2 * y.length);
        for (int i = 0; i < y.length; i++) {
            both[y.length + i] = (byte) ~y[i];
        }
        return both;
    }
}
