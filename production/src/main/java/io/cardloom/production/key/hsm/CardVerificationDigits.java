package io.cardloom.production.key.hsm;

import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * A card verification value (CVV and CVC are computed alike) of what a device offers that knows
 * retail MACs only: account number, expiry date and service code in 16 bytes filled with zeros, the
 * pair's MAC of them (ISO/IEC 9797-1, MAC algorithm 3 with padding method 1), and of the result the
 * decimal digits, then the others less ten.
 */
public final class CardVerificationDigits {

    private static final int LENGTH = 16;
    private static final int DIGITS = 3;

    private CardVerificationDigits() {}

    /**
     * @param mac from sixteen bytes to eight
     * @param expiry YYMM
     * @return three digits
     */
    public static String of(
            UnaryOperator<byte[]> mac, String pan, String expiry, String serviceCode) {
        String digits = pan + expiry + serviceCode;
        byte[] data = HexFormat.of().parseHex(digits + "0".repeat(2 * LENGTH - digits.length()));
        return decimal(HexFormat.of().formatHex(mac.apply(data)));
    }

    private static String decimal(String hex) {
        StringBuilder value = new StringBuilder(hex.length());
        hex.chars().filter(c -> c <= '9').forEach(c -> value.append((char) c));
        hex.chars().filter(c -> c > '9').forEach(c -> value.append((char) (c - 'a' + '0')));
        return value.substring(0, DIGITS);
    }
}
