package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.emv.CardKeyDerivation;
import io.cardloom.production.emv.ChipKeyUse;
import io.cardloom.production.emv.ChipPublicKey;
import io.cardloom.production.emv.ChipSecurity;
import io.cardloom.production.emv.IccPrivateKey;
import io.cardloom.production.emv.ProtectedKey;
import io.cardloom.production.emv.SealedIccKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.CardVerification;
import io.cardloom.production.verification.VerificationValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that are no secret, for samples and for nothing else: each is SHA-256 of {@code "cardloom
 * test key "} and its name, cut to its length, DES keys of odd parity. They belong to no tenant and
 * open nothing. For one thread.
 */
public final class TestKeys implements CardVerification {

    private static final String PREFIX = "cardloom test key ";
    private static final int ISSUER_BITS = 1408;
    private static final int AUTHORITY_BITS = 1536;
    private static final int AES_BYTES = 16;

    private final CardVerificationKey verification = new CardVerificationKey(pair("stripe-cvk"));

    /** By which somebody can tell that a sample was made with these keys. */
    public KeyCheckValue stripeCheckValue() {
        return verification.checkValue();
    }

    @Override
    public String value(VerificationValue which, AccountRecord card) {
        return verification.value(
                card.pan().digits(), card.expiry().yymm(), which.serviceCode(card.serviceCode()));
    }

    /** PINs of samples. */
    public PinKeys.Session pins() {
        return new PinKeys.Session(
                new ClearPins(
                        new PinGenerationKey(new DesPair(pair("pin-generation"))),
                        new PinVerificationKey(new DesPair(pair("pin-verification"))),
                        new PinTransport(
                                () -> new DesPair(pair("pin-transport-des")),
                                () -> new AesBlocks(aes("pin-transport-aes")),
                                new SecureRandom()),
                        () -> new DesPair(pair("chip-transport")),
                        new SecureRandom()),
                PinSeal.own(aes("pin-seal")));
    }

    /** Chip keys of samples. */
    public Chip chip() {
        return new Chip();
    }

    /** The authority that certifies the issuer key of samples. */
    public Authority authority() {
        return new Authority();
    }

    private static byte[] pair(String name) {
        byte[] pair = Arrays.copyOf(hash(name), DesPair.LENGTH);
        DesPair.oddParity(pair);
        return pair;
    }

    private static SecretKey aes(String name) {
        return new SecretKeySpec(Arrays.copyOf(hash(name), AES_BYTES), "AES");
    }

    private static ChipPublicKey chipKey(ChipRsa key) {
        RSAPublicKeySpec spec = key.publicKey();
        return new ChipPublicKey(spec.getModulus(), spec.getPublicExponent().intValueExact());
    }

    static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((PREFIX + name).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** An authority of samples, with a key of 1536 bits. */
    public static final class Authority {

        private final ChipRsa key = new ChipRsa(TestRsa.of("authority", AUTHORITY_BITS));

        private Authority() {}

        public ChipPublicKey publicKey() {
            return chipKey(key);
        }

        public byte[] sign(byte[] block) {
            return key.sign(block);
        }
    }

    /** Chip keys that are no secret; a card's RSA key is named by the place where it rests. */
    public static final class Chip implements ChipSecurity {

        private final ChipRsa issuer = new ChipRsa(TestRsa.of("chip-issuer", ISSUER_BITS));
        private final DesPair transport = new DesPair(pair("chip-transport"));
        private final Map<String, ChipRsa> cards = new HashMap<>();

        private Chip() {}

        public KeyCheckValue transportCheckValue() {
            return transport.checkValue();
        }

        @Override
        public ChipPublicKey issuerKey() {
            return chipKey(issuer);
        }

        @Override
        public byte[] sign(byte[] block) {
            return issuer.sign(block);
        }

        @Override
        public ProtectedKey cardKey(
                ChipKeyUse use, CardKeyDerivation derivation, Pan pan, PanSequenceNumber sequence) {
            String digits = "%02d".formatted(sequence.number());
            byte[] key =
                    switch (derivation) {
                        case OPTION_A -> IccMasterKey.optionA(master(use), pan.digits(), digits);
                        case OPTION_B -> IccMasterKey.optionB(master(use), pan.digits(), digits);
                        case AES ->
                                IccMasterKey.aes(
                                        blocks -> IccMasterKey.aesBlocks(aes(name(use)), blocks),
                                        AES_BYTES,
                                        pan.digits(),
                                        digits);
                    };
            KeyCheckValue check =
                    derivation == CardKeyDerivation.AES
                            ? KeyCheckValue.ofAes(key)
                            : KeyCheckValue.ofTdea(key);
            return new ProtectedKey(transport.encrypt(key), check.hex6());
        }

        private static UnaryOperator<byte[]> master(ChipKeyUse use) {
            return new DesPair(pair(name(use)))::encrypt;
        }

        private static String name(ChipKeyUse use) {
            return "chip-" + use.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Made from its place, so that nothing of it has to be kept. */
        @Override
        public SealedIccKey newIccKey(int bits, String place) {
            return new SealedIccKey(chipKey(card(place, bits)), new byte[0]);
        }

        @Override
        public IccPrivateKey iccPrivateKey(SealedIccKey key, String place) {
            List<byte[]> parts = card(place, key.key().modulus().bitLength()).parts();
            return new IccPrivateKey(parts.stream().map(transport::encrypt).toList());
        }

        private ChipRsa card(String place, int bits) {
            return cards.computeIfAbsent(
                    place, name -> new ChipRsa(TestRsa.of("icc " + name, bits)));
        }
    }
}
