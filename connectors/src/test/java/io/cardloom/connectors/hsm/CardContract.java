package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.PinEncryption;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract, and what cards are made with: values, keys, signatures and PINs. */
public abstract class CardContract extends DocumentContract {

    /** knovichikhin/psec tests/test_cvv.py and jPOS JCESecurityModuleTest: 361. */
    @Test
    void makesTheCardVerificationValueInside() {
        KeyName name = name();
        try (ClearKey key =
                new ClearKey(KeyKind.TDEA_DOUBLE, hex("99999999999999998888888888888888"))) {
            bring(name, KeyUsage.CARD_VERIFICATION, key);
        }
        try (VerificationValues.Key key = driver().verification().open(name)) {
            assertThat(key.value("2222222222222222", "3333", "111")).isEqualTo("361");
        }
        driver().storage().destroy(name);
        assertNoKey(() -> driver().verification().open(name));
        KeyName made = name();
        make(made, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        try (VerificationValues.Key key = driver().verification().open(made)) {
            assertThat(key.value("2222222222222222", "3333", "111")).matches("[0-9]{3}");
        }
    }

    /** knovichikhin/pyemv pyemv/kd.py: a whole card key, but for its parity bits. */
    @Test
    void derivesCardsKeysInsideOrSaysThatItDoesNot() {
        KeyName name = name();
        try (ClearKey key =
                new ClearKey(KeyKind.TDEA_DOUBLE, hex("0123456789ABCDEFFEDCBA9876543210"))) {
            bring(name, KeyUsage.CHIP_CRYPTOGRAMS, key);
        }
        byte[] y = hex("1234567890123445" + "EDCBA9876FEDCBBA");
        if (unable().contains(Ability.DERIVE_CARD_KEYS)) {
            assertUnable(() -> driver().derivation().open(name, KeyKind.TDEA_DOUBLE));
            return;
        }
        assertThat(odd(driver().derivation().open(name, KeyKind.TDEA_DOUBLE).derive(y)))
                .isEqualTo(hex("67F8292358083E5EA7AB7FDA58D53B6B"));
    }

    @Test
    void signsForChipsInsideWithoutPaddingOrSaysThatItDoesNot() {
        KeyName name = name();
        IssuerSignature port = driver().signature();
        assertThat(port.find(name)).isEmpty();
        RSAPrivateCrtKey outside = rsa();
        if (unable().contains(Ability.SIGN_CHIPS)) {
            assertUnable(() -> port.generate(name, 1408));
            assertUnable(() -> port.load(name, outside));
            assertThat(port.find(name)).isEmpty();
            return;
        }
        IssuerSignature.Signer made = port.generate(name, 1408);
        assertThat(made.publicKey().getModulus().bitLength()).isEqualTo(1408);
        assertThat(made.publicKey().getPublicExponent()).isEqualTo(BigInteger.valueOf(3));
        assertSigns(made);
        IssuerSignature.Signer found = again().signature().find(name).orElseThrow();
        assertThat(found.publicKey().getModulus()).isEqualTo(made.publicKey().getModulus());
        assertSigns(found);
        assertThatThrownBy(() -> port.generate(name, 1408))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("already");
        KeyName taken = name();
        IssuerSignature.Signer loaded = port.load(taken, outside);
        assertThat(loaded.publicKey().getModulus()).isEqualTo(outside.getModulus());
        byte[] block = new byte[144];
        block[1] = 0x6A;
        assertThat(new BigInteger(1, loaded.sign(block)))
                .isEqualTo(
                        new BigInteger(1, block)
                                .modPow(outside.getPrivateExponent(), outside.getModulus()));
        for (byte[] wrong : List.of(new byte[143], new byte[145], ones(144))) {
            assertThatThrownBy(() -> loaded.sign(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        driver().storage().destroy(name);
        assertThat(port.find(name)).isEmpty();
        assertThat(port.find(taken)).isPresent();
    }

    private static void assertSigns(IssuerSignature.Signer signer) {
        BigInteger modulus = signer.publicKey().getModulus();
        byte[] block = new byte[modulus.bitLength() / 8];
        RANDOM.nextBytes(block);
        block[0] = 0x6A;
        byte[] signed = signer.sign(block);
        assertThat(signed).hasSize(block.length);
        assertThat(
                        new BigInteger(1, signed)
                                .modPow(signer.publicKey().getPublicExponent(), modulus))
                .isEqualTo(new BigInteger(1, block));
    }

    private static RSAPrivateCrtKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(1152, RSAKeyGenParameterSpec.F0));
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ones(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xFF);
        return ones;
    }

    /** A block of zeros under the key begins with its check value. */
    @Test
    void encryptsForThePersonalizerInsideOrSaysThatItDoesNot() {
        KeyName name = name();
        KeyCheckValue check = make(name, KeyUsage.CHIP_PERSONALIZATION, KeyKind.TDEA_DOUBLE);
        if (unable().contains(Ability.SIGN_CHIPS)) {
            assertUnable(() -> driver().chipTransport().open(name));
            return;
        }
        byte[] encrypted = driver().chipTransport().open(name).encrypt(new byte[80]);
        assertThat(encrypted).hasSize(80);
        assertThat(KeyCheckValue.first(encrypted)).isEqualTo(check);
        assertThat(Arrays.copyOf(encrypted, 8)).isEqualTo(Arrays.copyOfRange(encrypted, 72, 80));
        assertNoKey(() -> driver().chipTransport().open(name()));
    }

    /** The key of knovichikhin/psec tests/test_pin.py, whose check value is 08D7B4. */
    @Test
    void encryptsBlocksOfPinsInsideOrSaysThatItDoesNot() {
        KeyName pvk = name();
        try (ClearKey key =
                new ClearKey(KeyKind.TDEA_DOUBLE, hex("0123456789ABCDEFFEDCBA9876543210"))) {
            bring(pvk, KeyUsage.PIN_VERIFICATION_VALUE, key);
        }
        if (unable().contains(Ability.ENCRYPT_PINS)) {
            assertUnable(() -> driver().pins().open(pvk, KeyKind.TDEA_DOUBLE));
            return;
        }
        PinEncryption.Key values = driver().pins().open(pvk, KeyKind.TDEA_DOUBLE);
        assertThat(values.encrypt(new byte[8])).startsWith(hex("08D7B4"));
        assertThatThrownBy(() -> values.decrypt(new byte[8]))
                .as("a key for verification values decrypts nothing")
                .isInstanceOf(KeyDeviceFailure.class);
        for (KeyKind kind : List.of(KeyKind.TDEA_DOUBLE, KeyKind.AES_128, KeyKind.AES_256)) {
            KeyName name = name();
            make(name, KeyUsage.PIN_ENCRYPTION, kind);
            byte[] block = new byte[kind.algorithm().blockBytes()];
            RANDOM.nextBytes(block);
            byte[] encrypted = driver().pins().open(name, kind).encrypt(block);
            assertThat(encrypted).hasSize(block.length).isNotEqualTo(block);
            assertThat(again().pins().open(name, kind).decrypt(encrypted)).isEqualTo(block);
        }
    }

    protected static byte[] odd(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            key[i] ^= (byte) (Integer.bitCount(key[i] & 0xFF) % 2 == 0 ? 1 : 0);
        }
        return key;
    }
}
