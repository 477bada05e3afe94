package io.cardloom.production.key.store;

import io.cardloom.production.verification.PinBlockFormat;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Encrypts and decrypts PIN blocks (ISO 9564-1): formats of eight bytes under triple DES, format 4
 * under AES. For one thread.
 */
final class PinTransport {

    private final DesPair des;
    private final Cipher encrypting;
    private final Cipher decrypting;
    private final RandomGenerator random;

    PinTransport(DesPair des, SecretKey aes, RandomGenerator random) {
        this.des = des;
        this.random = random;
        try {
            this.encrypting = Cipher.getInstance("AES/ECB/NoPadding");
            this.encrypting.init(Cipher.ENCRYPT_MODE, aes);
            this.decrypting = Cipher.getInstance("AES/ECB/NoPadding");
            this.decrypting.init(Cipher.DECRYPT_MODE, aes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        }
    }

    /**
     * @param pin 4 to 12 digits, each a byte from 0 to 9
     */
    byte[] encrypted(PinBlockFormat format, byte[] pin, String pan) {
        byte[] field = PinField.pin(format, pin, random);
        byte[] account = PinField.account(format, pan);
        try {
            if (format == PinBlockFormat.ISO_4) {
                return encrypting.doFinal(sum(encrypting.doFinal(field), account));
            }
            byte[] block = sum(field, account);
            byte[] encrypted = des.encrypt(block);
            Arrays.fill(block, (byte) 0);
            return encrypted;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    /**
     * @return digits, each a byte from 0 to 9; the caller wipes them
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_BLOCK}
     */
    byte[] decrypted(PinBlockFormat format, byte[] block, String pan) {
        if (block.length != format.bytes()) {
            throw PinField.refused();
        }
        byte[] account = PinField.account(format, pan);
        byte[] field;
        try {
            field =
                    format == PinBlockFormat.ISO_4
                            ? decrypting.doFinal(sum(decrypting.doFinal(block), account))
                            : sum(des.decrypt(block), account);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        }
        try {
            return PinField.digits(format, field);
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    private static byte[] sum(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }
}
