package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.PinEncryption;
import java.util.HexFormat;

/**
 * Derives natural PINs (IBM 3624): the validation data encrypted, each hexadecimal digit of the
 * result turned into a decimal one by a table. For one thread.
 */
final class PinGenerationKey {

    private final PinEncryption.Key key;

    PinGenerationKey(PinEncryption.Key key) {
        this.key = key;
    }

    /**
     * @param validationData sixteen hexadecimal digits
     * @param table sixteen digits
     * @param digits 4 to 16
     * @return digits, each a byte from 0 to 9; the caller wipes them
     */
    byte[] natural(String validationData, String table, int digits) {
        byte[] encrypted = key.encrypt(HexFormat.of().parseHex(validationData));
        byte[] pin = new byte[digits];
        for (int i = 0; i < digits; i++) {
            int nibble = i % 2 == 0 ? encrypted[i / 2] >> 4 & 0xF : encrypted[i / 2] & 0xF;
            pin[i] = (byte) (table.charAt(nibble) - '0');
        }
        java.util.Arrays.fill(encrypted, (byte) 0);
        return pin;
    }

    /** The PIN less the natural one, digit by digit without carry. */
    String offset(String validationData, String table, byte[] pin) {
        byte[] natural = natural(validationData, table, pin.length);
        StringBuilder offset = new StringBuilder(pin.length);
        for (int i = 0; i < pin.length; i++) {
            offset.append((char) ('0' + (pin[i] - natural[i] + 10) % 10));
        }
        java.util.Arrays.fill(natural, (byte) 0);
        return offset.toString();
    }
}
