package io.cardloom.production.key.store;

import io.cardloom.production.key.material.KeyCheckValue;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Single blocks of AES. For one thread. */
final class AesBlocks implements PinTransport.Key {

    private final Cipher encrypting;
    private final Cipher decrypting;
    private final KeyCheckValue checkValue;

    AesBlocks(SecretKey key) {
        try {
            this.encrypting = Cipher.getInstance("AES/ECB/NoPadding");
            this.encrypting.init(Cipher.ENCRYPT_MODE, key);
            this.decrypting = Cipher.getInstance("AES/ECB/NoPadding");
            this.decrypting.init(Cipher.DECRYPT_MODE, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        }
        byte[] bytes = key.getEncoded();
        this.checkValue = KeyCheckValue.ofAes(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public KeyCheckValue checkValue() {
        return checkValue;
    }

    @Override
    public byte[] encrypt(byte[] blocks) {
        return done(encrypting, blocks);
    }

    @Override
    public byte[] decrypt(byte[] blocks) {
        return done(decrypting, blocks);
    }

    private static byte[] done(Cipher cipher, byte[] blocks) {
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        }
    }

    @Override
    public String toString() {
        return "AesBlocks[REDACTED]";
    }
}
