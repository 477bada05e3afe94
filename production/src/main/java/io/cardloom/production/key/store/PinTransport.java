package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.PinEncryption;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.PinBlockFormat;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Encrypts and decrypts PIN blocks (ISO 9564-1): formats of eight bytes under triple DES, format 4
 * under AES. For one thread.
 */
final class PinTransport {

    private final Supplier<? extends Key> des;
    private final Supplier<? extends Key> aes;
    private final RandomGenerator random;

    /**
     * @param des asked for when it is needed first, and each time
     * @param aes as well
     */
    PinTransport(Supplier<? extends Key> des, Supplier<? extends Key> aes, RandomGenerator random) {
        this.des = des;
        this.aes = aes;
        this.random = random;
    }

    /** A key that PIN blocks travel under. */
    interface Key extends PinEncryption.Key {

        /** By which people tell that another device has the same key. */
        KeyCheckValue checkValue();
    }

    /** Such a key in a device, and what is known of it outside. */
    record InDevice(PinEncryption.Key key, KeyCheckValue checkValue) implements Key {

        @Override
        public byte[] encrypt(byte[] blocks) {
            return key.encrypt(blocks);
        }

        @Override
        public byte[] decrypt(byte[] blocks) {
            return key.decrypt(blocks);
        }
    }

    /** Of the key that blocks of this format travel under. */
    KeyCheckValue checkValue(PinBlockFormat format) {
        return (format == PinBlockFormat.ISO_4 ? aes : des).get().checkValue();
    }

    /**
     * @param pin 4 to 12 digits, each a byte from 0 to 9
     */
    byte[] encrypted(PinBlockFormat format, byte[] pin, String pan) {
        byte[] field = PinField.pin(format, pin, random);
        byte[] account = PinField.account(format, pan);
        try {
            if (format == PinBlockFormat.ISO_4) {
                Key key = aes.get();
                return key.encrypt(sum(key.encrypt(field), account));
            }
            byte[] block = sum(field, account);
            byte[] encrypted = des.get().encrypt(block);
            Arrays.fill(block, (byte) 0);
            return encrypted;
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
        byte[] field = field(format, block, account);
        try {
            return PinField.digits(format, field);
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    private byte[] field(PinBlockFormat format, byte[] block, byte[] account) {
        if (format != PinBlockFormat.ISO_4) {
            return sum(des.get().decrypt(block), account);
        }
        Key key = aes.get();
        return key.decrypt(sum(key.decrypt(block), account));
    }

    private static byte[] sum(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }
}
