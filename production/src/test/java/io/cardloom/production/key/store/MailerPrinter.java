package io.cardloom.production.key.store;

import io.cardloom.production.verification.PinBlockFormat;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the device in a printer of mailers does (ISO 9564-1, 9.3.1 and 9.4), and a personalizer's
 * for chips (format 1), by the ciphers of the JDK: none of Cardloom's code for PIN blocks is in it.
 */
public final class MailerPrinter {

    private final PinBlockFormat format;
    private final Cipher cipher;

    /**
     * @param key 16 bytes for triple DES, 16 or 32 for AES
     */
    public MailerPrinter(PinBlockFormat format, byte[] key) {
        this.format = format;
        boolean aes = format == PinBlockFormat.ISO_4;
        byte[] whole = aes ? key : Arrays.copyOf(key, 24);
        if (!aes) {
            System.arraycopy(key, 0, whole, 16, 8);
        }
        try {
            cipher = Cipher.getInstance(aes ? "AES/ECB/NoPadding" : "DESede/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(whole, aes ? "AES" : "DESede"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row of its file (RFC 4180). */
    public static String[] fields(String row) {
        String[] fields = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].replaceAll("^\"|\"$", "").replace("\"\"", "\"");
        }
        return fields;
    }

    /** The clear PIN of a block, and a failure when it is not a block of this account and key. */
    public String pin(String block, String pan) {
        byte[] bytes = HexFormat.of().parseHex(block);
        String field =
                HexFormat.of()
                        .formatHex(
                                switch (format) {
                                    case ISO_4 -> four(bytes, pan);
                                    case ISO_1 -> decrypted(bytes);
                                    default -> zero(bytes, pan);
                                });
        int digits = Character.digit(field.charAt(1), 16);
        String fill =
                format == PinBlockFormat.ISO_4 ? "a".repeat(14 - digits) : "f".repeat(14 - digits);
        String pin = field.substring(2, 2 + digits);
        if (field.charAt(0) - '0' != format.control()
                || !pin.matches("[0-9]{4,12}")
                || format != PinBlockFormat.ISO_1 && !field.startsWith(fill, 2 + digits)) {
            throw new IllegalArgumentException("no block of this key and account");
        }
        return pin;
    }

    private byte[] zero(byte[] block, String pan) {
        String account = "0000000000000000" + pan.substring(0, pan.length() - 1);
        String twelve = account.substring(account.length() - 12);
        return sum(decrypted(block), "0000" + twelve);
    }

    private byte[] four(byte[] block, String pan) {
        String account = Integer.toString(pan.length() - 12) + pan + "0".repeat(31 - pan.length());
        return decrypted(sum(decrypted(block), account));
    }

    private byte[] decrypted(byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] sum(byte[] one, String hex) {
        byte[] other = HexFormat.of().parseHex(hex);
        for (int i = 0; i < other.length; i++) {
            other[i] ^= one[i];
        }
        return other;
    }
}
