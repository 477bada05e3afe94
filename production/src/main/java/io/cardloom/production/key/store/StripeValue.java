package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.RetailMac;
import java.util.HexFormat;

/**
 * The card verification value of the stripe (CVV and CVC are computed alike): account number,
 * expiry date and service code in 16 bytes filled with zeros, the pair's MAC of them, and of the
 * result the decimal digits, then the others less ten.
 */
final class StripeValue {

    private static final int LENGTH = 16;
    private static final int DIGITS = 3;

    private StripeValue() {}

    /**
     * @param expiry YYMM
     * @return three digits
     */
    static String of(RetailMac.Pair pair, String pan, String expiry, String serviceCode) {
        String digits = pan + expiry + serviceCode;
        byte[] data = HexFormat.of().parseHex(digits + "0".repeat(2 * LENGTH - digits.length()));
        return decimal(HexFormat.of().formatHex(pair.mac(data)));
    }

    private static String decimal(String hex) {
        StringBuilder value = new StringBuilder(hex.length());
        hex.chars().filter(c -> c <= '9').forEach(c -> value.append((char) c));
        hex.chars().filter(c -> c > '9').forEach(c -> value.append((char) (c - 'a' + '0')));
        return value.substring(0, DIGITS);
    }
}
