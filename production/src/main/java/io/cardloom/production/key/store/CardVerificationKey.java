package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.CardVerificationDigits;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.material.KeyCheckValue;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A pair of DES keys in software that makes verification values of cards. For one thread. */
final class CardVerificationKey implements VerificationValues.Key {

    private static final int LENGTH = 16;

    private final Cipher single;
    private final Cipher triple;
    private final KeyCheckValue checkValue;

    /**
     * @param pair 16 bytes
     */
    CardVerificationKey(byte[] pair) {
        if (pair.length != LENGTH) {
            throw new IllegalArgumentException("a verification key is a pair of DES keys");
        }
        byte[] full = Arrays.copyOf(pair, 24);
        System.arraycopy(pair, 0, full, 16, 8);
        SecretKey tripleKey = new SecretKeySpec(full, "DESede");
        try {
            this.single = Cipher.getInstance("DES/ECB/NoPadding");
            this.single.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(pair, 0, 8, "DES"));
            this.triple = Cipher.getInstance("DESede/ECB/NoPadding");
            this.triple.init(Cipher.ENCRYPT_MODE, tripleKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("DES is not available", e);
        } finally {
            Arrays.fill(full, (byte) 0);
        }
        this.checkValue = KeyCheckValue.ofTdea(pair);
    }

    KeyCheckValue checkValue() {
        return checkValue;
    }

    @Override
    public String value(String pan, String expiry, String serviceCode) {
        return CardVerificationDigits.of(this::mac, pan, expiry, serviceCode);
    }

    /**
     * The value of one transaction (dCVV): the counter, as four hexadecimal digits, stands for the
     * first four digits of the account number.
     */
    String dynamicValue(String pan, String expiry, String serviceCode, int counter) {
        return value(
                HexFormat.of().toHexDigits((short) counter) + pan.substring(4),
                expiry,
                serviceCode);
    }

    /** From sixteen bytes to eight. */
    byte[] mac(byte[] sixteen) {
        try {
            byte[] half = single.doFinal(sixteen, 0, 8);
            for (int i = 0; i < 8; i++) {
                half[i] ^= sixteen[8 + i];
            }
            return triple.doFinal(half);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("DES is not available", e);
        }
    }

    /** The JCE's own copies of the key cannot be wiped; they are given up. */
    @Override
    public void close() {}
}
