package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.PinEncryption;
import java.util.HexFormat;

/**
 * Makes PIN verification values (PVV): the eleven digits left of the check digit, the key index and
 * four digits of the PIN are encrypted; of the result the decimal digits from the left, then the
 * others less ten, until there are four. For one thread.
 */
final class PinVerificationKey {

    private static final int DIGITS = 4;
    private static final int ACCOUNT_DIGITS = 11;

    private final PinEncryption.Key key;

    PinVerificationKey(PinEncryption.Key key) {
        this.key = key;
    }

    /**
     * @param pan at least twelve digits
     * @param keyIndex 0 to 9
     * @param pin at least four digits, each a byte from 0 to 9
     */
    String value(String pan, int keyIndex, byte[] pin) {
        int end = pan.length() - 1;
        byte[] block = new byte[8];
        for (int i = 0; i < ACCOUNT_DIGITS; i++) {
            put(block, i, pan.charAt(end - ACCOUNT_DIGITS + i) - '0');
        }
        put(block, ACCOUNT_DIGITS, keyIndex);
        for (int i = 0; i < DIGITS; i++) {
            put(block, ACCOUNT_DIGITS + 1 + i, pin[i]);
        }
        byte[] encrypted = key.encrypt(block);
        java.util.Arrays.fill(block, (byte) 0);
        return decimal(HexFormat.of().formatHex(encrypted));
    }

    private static String decimal(String hex) {
        StringBuilder value = new StringBuilder(hex.length());
        hex.chars().filter(c -> c <= '9').forEach(c -> value.append((char) c));
        hex.chars().filter(c -> c > '9').forEach(c -> value.append((char) (c - 'a' + '0')));
        return value.substring(0, DIGITS);
    }

    private static void put(byte[] block, int place, int digit) {
        block[place / 2] |= (byte) (place % 2 == 0 ? digit << 4 : digit);
    }
}
