package io.cardloom.production.emv;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Offline data authentication as a terminal does it (EMV Book 2, 5.3, 5.4 and 6.4), written again
 * from the tables and in hexadecimal strings, so that it shares no code with what it judges.
 */
public final class Terminal {

    private Terminal() {}

    /** A recovered certificate or signature: the fields as hexadecimal digits. */
    public record Recovered(String plain, String modulus) {

        public String field(int firstByte, int bytes) {
            return plain.substring(2 * firstByte, 2 * (firstByte + bytes));
        }
    }

    public static Recovered issuer(
            String certificate, String remainder, String exponent, String ca) {
        String plain = plain(certificate, "03", ca);
        int room = certificate.length() / 2 - 36;
        check(plain, "02", remainder + exponent);
        return new Recovered(plain, modulus(plain, 15, 13, room, remainder));
    }

    public static Recovered icc(
            String certificate,
            String remainder,
            String exponent,
            String staticData,
            String issuer) {
        String plain = plain(certificate, "03", issuer);
        int room = certificate.length() / 2 - 42;
        check(plain, "04", remainder + exponent + staticData);
        return new Recovered(plain, modulus(plain, 21, 19, room, remainder));
    }

    public static Recovered staticData(String signature, String staticData, String issuer) {
        String plain = plain(signature, "03", issuer);
        check(plain, "03", staticData);
        return new Recovered(plain, "");
    }

    /** The number to the power of the exponent, as many digits as the modulus has. */
    static String plain(String signature, String exponent, String modulus) {
        if (signature.length() != modulus.length()) {
            throw new AssertionError("a signature of another length than its key");
        }
        String plain =
                new BigInteger(signature, 16)
                        .modPow(new BigInteger(exponent, 16), new BigInteger(modulus, 16))
                        .toString(16)
                        .toUpperCase(Locale.ROOT);
        return "0".repeat(modulus.length() - plain.length()) + plain;
    }

    private static void check(String plain, String format, String more) {
        if (!plain.startsWith("6A" + format) || !plain.endsWith("BC")) {
            throw new AssertionError("header, format or trailer");
        }
        String hashed = plain.substring(2, plain.length() - 42) + more;
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest(HexFormat.of().parseHex(hashed));
            if (!plain.substring(plain.length() - 42, plain.length() - 2)
                    .equals(HexFormat.of().withUpperCase().formatHex(hash))) {
                throw new AssertionError("hash");
            }
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String modulus(
            String plain, int firstByte, int lengthByte, int room, String remainder) {
        int length = Integer.parseInt(plain.substring(2 * lengthByte, 2 * lengthByte + 2), 16);
        String left = plain.substring(2 * firstByte, 2 * (firstByte + Math.min(length, room)));
        String padding =
                plain.substring(2 * (firstByte + Math.min(length, room)), 2 * (firstByte + room));
        if (!padding.matches("(BB)*")) {
            throw new AssertionError("padding");
        }
        String modulus = left + remainder;
        if (modulus.length() != 2 * length) {
            throw new AssertionError("length of the modulus");
        }
        return modulus;
    }
}
