package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.key.hsm.HeldPins;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.Unable;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import java.util.function.Supplier;

/** PINs as a device holds them, which makes them with its own keys. For one thread. */
final class DevicePins implements PinMaking, PinChecking {

    private final HeldPins device;
    private final Supplier<HeldPins.Generation> generation;
    private final Supplier<HeldPins.Verification> verification;
    private final Supplier<Transport> des;
    private final Supplier<Transport> aes;

    /** The active keys of a tenant, each looked for when it is needed first. */
    interface Keys {

        KeyName generation();

        KeyName verification();

        /** Of this algorithm, or a refusal. */
        IssuerKeyVersion transport(KeyAlgorithm algorithm);

        KeyName name(IssuerKeyVersion version);
    }

    private record Transport(HeldPins.Transport key, KeyCheckValue checkValue) {}

    DevicePins(HeldPins device, Keys keys) {
        this.device = device;
        this.generation = LaterKey.once(() -> device.generation(keys.generation()));
        this.verification = LaterKey.once(() -> device.verification(keys.verification()));
        this.des = LaterKey.once(() -> opened(keys, KeyAlgorithm.TDEA));
        this.aes = LaterKey.once(() -> opened(keys, KeyAlgorithm.AES));
    }

    private Transport opened(Keys keys, KeyAlgorithm algorithm) {
        IssuerKeyVersion key = keys.transport(algorithm);
        return new Transport(device.transport(keys.name(key), key.kind()), key.checkValue());
    }

    @Override
    public byte[] drawn(Pan pan, int digits) {
        return device.drawn(pan.digits(), digits);
    }

    @Override
    public byte[] natural(Pan pan, Ibm3624 rule, int digits) {
        return generation
                .get()
                .natural(
                        pan.digits(), rule.validationData(pan), rule.decimalizationTable(), digits);
    }

    @Override
    public byte[] received(byte[] block, Pan pan, PinBlockFormat format) {
        return transport(format).key().received(block, pan.digits(), format.control());
    }

    @Override
    public byte[] block(byte[] pin, Pan pan, PinBlockFormat format) {
        return transport(format).key().block(pin, pan.digits(), format.control());
    }

    @Override
    public byte[] chipBlock(byte[] pin, PinBlockFormat format) {
        throw Unable.refusal(
                "This payment HSM keeps its PINs, and has no command that encrypts one for a chip."
                        + " Take a PKCS#11 token, or a chip profile without a PIN.");
    }

    @Override
    public KeyCheckValue transportCheckValue(PinBlockFormat format) {
        return transport(format).checkValue();
    }

    private Transport transport(PinBlockFormat format) {
        return (format == PinBlockFormat.ISO_4 ? aes : des).get();
    }

    @Override
    public String verificationValue(byte[] pin, Pan pan, int keyIndex) {
        return verification.get().value(pin, pan.digits(), keyIndex);
    }

    @Override
    public String offset(byte[] pin, Pan pan, Ibm3624 rule) {
        return generation
                .get()
                .offset(pin, pan.digits(), rule.validationData(pan), rule.decimalizationTable());
    }
}
