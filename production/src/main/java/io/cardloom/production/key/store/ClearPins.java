package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.key.hsm.ChipTransport;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * PINs as digits, each a byte from 0 to 9: made here, with keys of which only single blocks are
 * asked. For one thread.
 */
record ClearPins(
        PinGenerationKey generation,
        PinVerificationKey verification,
        PinTransport transport,
        Supplier<ChipTransport.Key> chips,
        RandomGenerator random)
        implements PinMaking, PinChecking {

    @Override
    public byte[] drawn(Pan pan, int digits) {
        byte[] pin = new byte[digits];
        for (int i = 0; i < digits; i++) {
            pin[i] = (byte) random.nextInt(10);
        }
        return pin;
    }

    @Override
    public byte[] natural(Pan pan, Ibm3624 rule, int digits) {
        return generation.natural(rule.validationData(pan), rule.decimalizationTable(), digits);
    }

    @Override
    public byte[] received(byte[] block, Pan pan, PinBlockFormat format) {
        return transport.decrypted(format, block, pan.digits());
    }

    @Override
    public byte[] block(byte[] pin, Pan pan, PinBlockFormat format) {
        return transport.encrypted(format, pin, pan.digits());
    }

    @Override
    public byte[] chipBlock(byte[] pin, PinBlockFormat format) {
        byte[] field = PinField.pin(format, pin, random);
        try {
            return chips.get().encrypt(field);
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    @Override
    public KeyCheckValue transportCheckValue(PinBlockFormat format) {
        return transport.checkValue(format);
    }

    @Override
    public String verificationValue(byte[] pin, Pan pan, int keyIndex) {
        return verification.value(pan.digits(), keyIndex, pin);
    }

    @Override
    public String offset(byte[] pin, Pan pan, Ibm3624 rule) {
        return generation.offset(rule.validationData(pan), rule.decimalizationTable(), pin);
    }
}
