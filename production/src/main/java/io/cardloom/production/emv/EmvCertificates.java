package io.cardloom.production.emv;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * Makes what offline data authentication rests on (EMV Book 2, 5 and 6): each with SHA-1 and RSA,
 * which are the only algorithms these tables have.
 */
public final class EmvCertificates {

    private static final byte ISSUER_CERTIFICATE = 0x02;
    private static final byte SIGNED_STATIC_DATA = 0x03;
    private static final byte ICC_CERTIFICATE = 0x04;
    private static final byte SHA_1 = 0x01;
    private static final byte RSA = 0x01;
    private static final byte PAD = (byte) 0xBB;

    private static final int ISSUER_FIXED = 36;
    private static final int ICC_FIXED = 42;

    private EmvCertificates() {}

    /**
     * An issuer public key certificate (EMV Book 2, table 6), which a certification authority
     * makes; here for a test authority.
     *
     * @param iin the first three to eight digits of the account numbers it is good for
     * @param serial 0 to 0xFFFFFF
     * @param authorityLength bytes of the authority's modulus
     * @param authority signs a block of that length
     */
    public static CertifiedKey issuer(
            String iin,
            ExpiryDate expiry,
            int serial,
            ChipPublicKey key,
            int authorityLength,
            UnaryOperator<byte[]> authority) {
        byte[] head = new byte[5];
        head[0] = ISSUER_CERTIFICATE;
        System.arraycopy(compressed(iin, 4), 0, head, 1, 4);
        return certified(head, expiry, serial, key, authorityLength - ISSUER_FIXED, authority);
    }

    /**
     * An ICC public key certificate (EMV Book 2, table 14).
     *
     * @param issuerLength bytes of the issuer's modulus, at least those of the card's
     * @param staticData what the card's records say that is to be authenticated
     * @param issuer signs a block of that length
     */
    public static CertifiedKey icc(
            Pan pan,
            ExpiryDate expiry,
            int serial,
            ChipPublicKey key,
            int issuerLength,
            byte[] staticData,
            UnaryOperator<byte[]> issuer) {
        if (key.length() > issuerLength) {
            throw new IllegalArgumentException("a card's key is no longer than its issuer's");
        }
        byte[] head = new byte[11];
        head[0] = ICC_CERTIFICATE;
        System.arraycopy(compressed(pan.digits(), 10), 0, head, 1, 10);
        return certified(head, expiry, serial, key, issuerLength - ICC_FIXED, issuer, staticData);
    }

    /**
     * As long as what {@link #icc} makes, and empty.
     *
     * @param keyLength bytes of the card's modulus
     */
    static CertifiedKey blankIcc(int keyLength, int issuerLength) {
        return new CertifiedKey(
                new byte[issuerLength],
                new byte[Math.max(0, keyLength - (issuerLength - ICC_FIXED))],
                new byte[1]);
    }

    /**
     * Signed static application data (EMV Book 2, table 3).
     *
     * @param dataAuthenticationCode two bytes of the issuer's
     */
    public static byte[] staticData(
            byte[] dataAuthenticationCode,
            int issuerLength,
            byte[] staticData,
            UnaryOperator<byte[]> issuer) {
        byte[] data = new byte[issuerLength - RecoverableBlock.FRAME];
        Arrays.fill(data, PAD);
        data[0] = SIGNED_STATIC_DATA;
        data[1] = SHA_1;
        System.arraycopy(dataAuthenticationCode, 0, data, 2, 2);
        return issuer.apply(RecoverableBlock.of(data, staticData));
    }

    /**
     * Reads and checks an issuer public key certificate (EMV Book 2, 5.3).
     *
     * @throws IllegalArgumentException when it is not one of this authority's with that remainder
     *     and exponent; what exactly is wrong is not told
     */
    public static IssuerCertificate issuer(CertifiedKey certified, ChipPublicKey authority) {
        byte[] data =
                RecoverableBlock.data(
                        authority.recover(certified.certificate()),
                        certified.remainder(),
                        certified.exponent());
        int length = data.length > 14 ? data[12] & 0xFF : 0;
        int room = authority.length() - ISSUER_FIXED;
        boolean sound =
                data.length > 14
                        && data[0] == ISSUER_CERTIFICATE
                        && data[10] == SHA_1
                        && data[11] == RSA
                        && certified.exponent().length == data[13]
                        && certified.exponent().length <= 3
                        && certified.remainder().length == Math.max(0, length - room);
        String hex = HexFormat.of().formatHex(data);
        if (!sound || !hex.substring(10, 14).matches("(0[1-9]|1[0-2])[0-9]{2}")) {
            throw new IllegalArgumentException("no issuer public key certificate");
        }
        byte[] modulus = Arrays.copyOfRange(data, 14, 14 + Math.min(length, room));
        byte[] whole = Arrays.copyOf(modulus, length);
        System.arraycopy(
                certified.remainder(), 0, whole, modulus.length, certified.remainder().length);
        return new IssuerCertificate(
                hex.substring(2, 10).replace("f", ""),
                new ExpiryDate(hex.substring(12, 14) + hex.substring(10, 12)),
                Integer.parseInt(hex, 14, 20, 16),
                new ChipPublicKey(
                        new java.math.BigInteger(1, whole),
                        new java.math.BigInteger(1, certified.exponent()).intValueExact()));
    }

    private static CertifiedKey certified(
            byte[] head,
            ExpiryDate expiry,
            int serial,
            ChipPublicKey key,
            int room,
            UnaryOperator<byte[]> signer,
            byte[]... staticData) {
        byte[] modulus = key.modulusBytes();
        byte[] leftmost = Arrays.copyOf(modulus, room);
        if (room > modulus.length) {
            Arrays.fill(leftmost, modulus.length, room, PAD);
        }
        byte[] remainder =
                room < modulus.length
                        ? Arrays.copyOfRange(modulus, room, modulus.length)
                        : new byte[0];
        ByteArrayOutputStream data = new ByteArrayOutputStream(room + head.length + 9);
        data.writeBytes(head);
        data.writeBytes(monthYear(expiry));
        data.write(serial >> 16);
        data.write(serial >> 8);
        data.write(serial);
        data.write(SHA_1);
        data.write(RSA);
        data.write(modulus.length);
        data.write(key.exponentBytes().length);
        data.writeBytes(leftmost);
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.writeBytes(remainder);
        hashed.writeBytes(key.exponentBytes());
        for (byte[] part : staticData) {
            hashed.writeBytes(part);
        }
        byte[] block = RecoverableBlock.of(data.toByteArray(), hashed.toByteArray());
        return new CertifiedKey(signer.apply(block), remainder, key.exponentBytes());
    }

    /** MMYY, packed. */
    private static byte[] monthYear(ExpiryDate expiry) {
        return HexFormat.of().parseHex(expiry.yymm().substring(2) + expiry.yymm().substring(0, 2));
    }

    private static byte[] compressed(String digits, int length) {
        return HexFormat.of().parseHex(digits + "F".repeat(2 * length - digits.length()));
    }
}
