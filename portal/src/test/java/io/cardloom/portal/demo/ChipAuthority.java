package io.cardloom.portal.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A scheme's authority, written after EMV Book 2, table 2 and 5.1 alone: 1,536 bits, exponent 3.
 */
final class ChipAuthority {

    private static final int LENGTH = 192;
    private static final int ROOM = LENGTH - 36;

    private final RSAPublicKey key;
    private final RSAPrivateKey secret;

    ChipAuthority() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(8 * LENGTH, RSAKeyGenParameterSpec.F0));
            KeyPair pair = generator.generateKeyPair();
            key = (RSAPublicKey) pair.getPublic();
            secret = (RSAPrivateKey) pair.getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tags 90 and 92 in hexadecimal digits. */
    record Certified(String certificate, String remainder) {}

    String modulus() {
        return HexFormat.of().formatHex(bytes(key.getModulus(), LENGTH));
    }

    /**
     * Certifies an issuer's key with exponent 3.
     *
     * @param mmyy its last month
     */
    Certified certify(BigInteger issuer, String iin, String mmyy) {
        byte[] modulus = bytes(issuer, issuer.bitLength() / 8);
        byte[] left = Arrays.copyOf(modulus, ROOM);
        if (modulus.length < ROOM) {
            Arrays.fill(left, modulus.length, ROOM, (byte) 0xBB);
        }
        byte[] rest =
                modulus.length > ROOM
                        ? Arrays.copyOfRange(modulus, ROOM, modulus.length)
                        : new byte[0];
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(0x02);
        signed.writeBytes(HexFormat.of().parseHex((iin + "FFFFFFFF").substring(0, 8)));
        signed.writeBytes(HexFormat.of().parseHex(mmyy));
        signed.writeBytes(new byte[] {0, 0, 7, 1, 1, (byte) modulus.length, 1});
        signed.writeBytes(left);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x6A);
        block.writeBytes(signed.toByteArray());
        block.writeBytes(sha1(signed.toByteArray(), rest, new byte[] {3}));
        block.write(0xBC);
        BigInteger signature =
                new BigInteger(1, block.toByteArray())
                        .modPow(secret.getPrivateExponent(), key.getModulus());
        HexFormat hex = HexFormat.of();
        return new Certified(hex.formatHex(bytes(signature, LENGTH)), hex.formatHex(rest));
    }

    private static byte[] sha1(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int kept = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, padded, length - kept, kept);
        return padded;
    }
}
