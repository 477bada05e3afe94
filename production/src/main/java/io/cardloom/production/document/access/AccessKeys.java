package io.cardloom.production.document.access;

import io.cardloom.production.document.mrz.Mrz;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Derives the keys of basic access control and the passwords' keys of PACE (ICAO Doc 9303-11,
 * 4.3.2, 4.4.4.1 and 9.7.1 to 9.7.3). Who is given a key wipes it.
 */
public final class AccessKeys {

    private static final int SEED = 16;
    private static final int ENCRYPTION = 1;
    private static final int MAC = 2;
    private static final int PASSWORD = 3;

    private AccessKeys() {}

    /** The basic access control key by which the chip's side is encrypted: 16 bytes, odd parity. */
    public static byte[] encryption(Mrz zone) {
        return basic(zone.information(), ENCRYPTION);
    }

    /** The basic access control key by which it is authenticated: 16 bytes, odd parity. */
    public static byte[] mac(Mrz zone) {
        return basic(zone.information(), MAC);
    }

    /** The PACE key of the machine readable zone as password. */
    public static byte[] password(Mrz zone, AccessCipher cipher) {
        return password(zone.information(), cipher);
    }

    /** The PACE key of the card access number as password. */
    public static byte[] password(CardAccessNumber number, AccessCipher cipher) {
        return derived(bytes(number.digits()), PASSWORD, cipher);
    }

    static byte[] seed(String information) {
        return Arrays.copyOf(digest("SHA-1", bytes(information)), SEED);
    }

    static byte[] basic(String information, int counter) {
        return derived(seed(information), counter, AccessCipher.TDEA);
    }

    static byte[] password(String information, AccessCipher cipher) {
        return derived(digest("SHA-1", bytes(information)), PASSWORD, cipher);
    }

    private static byte[] derived(byte[] secret, int counter, AccessCipher cipher) {
        byte[] input = Arrays.copyOf(secret, secret.length + 4);
        input[input.length - 1] = (byte) counter;
        String hash = cipher.bytes() > SEED ? "SHA-256" : "SHA-1";
        byte[] hashed = digest(hash, input);
        byte[] key = Arrays.copyOf(hashed, cipher.bytes());
        Arrays.fill(input, (byte) 0);
        Arrays.fill(hashed, (byte) 0);
        Arrays.fill(secret, (byte) 0);
        if (cipher == AccessCipher.TDEA) {
            setOddParity(key);
        }
        return key;
    }

    private static void setOddParity(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            int seven = key[i] & 0xFE;
            key[i] = (byte) (seven | (Integer.bitCount(seven) + 1) % 2);
        }
    }

    private static byte[] digest(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is not available", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
