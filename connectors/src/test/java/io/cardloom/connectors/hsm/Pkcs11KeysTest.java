package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs11KeysTest extends PinContract {

    private final Token token = SoftHsm.token();
    private final Pkcs11Keys keys = new Pkcs11Keys(token);

    @Override
    protected KeyDriver driver() {
        return keys.driver();
    }

    @Override
    protected KeyDriver again() {
        return new Pkcs11Keys(SoftHsm.token()).driver();
    }

    @Override
    protected Set<Ability> unable() {
        return Set.of(Ability.LET_KEYS_OUT);
    }

    @Test
    void readsWhatTheTokenCanDo() {
        assertThat(token.mechanisms())
                .contains(Ck.CKM_AES_GCM, Ck.CKM_AES_CMAC, Ck.CKM_DES3_ECB, Ck.CKM_AES_KEY_GEN)
                .hasSizeGreaterThan(30);
        assertThat(SoftHsm.token(Ck.CKM_AES_GCM).mechanisms()).doesNotContain(Ck.CKM_AES_GCM);
    }

    @ParameterizedTest
    @EnumSource
    void makesKeysThatNeverLeaveTheToken(KeyKind kind) throws Exception {
        KeyName name = name();
        keys.generate(name, KeyUsage.KEY_BLOCK_PROTECTION, kind);
        assertKeptInside(name.label());
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSameCheckValueAsSoftwareWithAndWithoutTheMechanism(KeyKind kind) {
        try (ClearKey key = ClearKey.random(kind, RANDOM)) {
            KeyName name = name();
            assertThat(keys.load(name, KeyUsage.KEY_BLOCK_PROTECTION, key))
                    .isEqualTo(key.checkValue());
            byte[] message = new byte[1 + RANDOM.nextInt(60)];
            RANDOM.nextBytes(message);
            byte[] expected = ProtectionKey.of(key).cmac(message);
            Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_AES_CMAC, Ck.CKM_DES3_CMAC));
            assertThat(keys.protection(name, kind).cmac(message)).isEqualTo(expected);
            assertThat(poor.protection(name, kind).cmac(message)).isEqualTo(expected);
        }
    }

    @Test
    void makesKeysOfTheTokensRandomWhereItHasNoGenerator() throws Exception {
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_DES2_KEY_GEN, Ck.CKM_AES_KEY_GEN));
        for (KeyKind kind : List.of(KeyKind.TDEA_DOUBLE, KeyKind.AES_256)) {
            KeyName name = name();
            KeyCheckValue made = poor.generate(name, KeyUsage.KEY_ENCRYPTION, kind);
            assertThat(made.hex6()).hasSize(6);
            assertKeptInside(name.label());
        }
    }

    @Test
    void keepsBothObjectsOfACardVerificationKeyInside() throws Exception {
        KeyName name = name();
        keys.generate(name, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        assertKeptInside(name.label());
        assertKeptInside(name.label() + "#1");
    }

    /** knovichikhin/pyemv pyemv/kd.py: a whole card key, but for its parity bits. */
    @Test
    void derivesACardsKeyInsideWithAndWithoutTheMechanism() {
        KeyName name = name();
        try (ClearKey key =
                new ClearKey(KeyKind.TDEA_DOUBLE, hex("0123456789ABCDEFFEDCBA9876543210"))) {
            keys.load(name, KeyUsage.CHIP_CRYPTOGRAMS, key);
        }
        assertThat(token.mechanisms()).contains(Ck.CKM_DES3_ECB_ENCRYPT_DATA);
        byte[] y = hex("1234567890123445" + "EDCBA9876FEDCBBA");
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_DES3_ECB_ENCRYPT_DATA));
        for (Pkcs11Keys each : List.of(keys, poor)) {
            byte[] derived = each.master(name, KeyKind.TDEA_DOUBLE).derive(y);
            assertThat(odd(derived)).isEqualTo(hex("67F8292358083E5EA7AB7FDA58D53B6B"));
        }
        KeyName other = name();
        keys.generate(other, KeyUsage.KEY_ENCRYPTION, KeyKind.TDEA_DOUBLE);
        assertThatThrownBy(() -> keys.master(other, KeyKind.TDEA_DOUBLE).derive(y))
                .as("a key of another use does not derive")
                .isInstanceOf(KeyDeviceFailure.class);
        KeyName aes = name();
        keys.generate(aes, KeyUsage.CHIP_INTEGRITY, KeyKind.AES_128);
        Pkcs11Keys withoutAes = new Pkcs11Keys(SoftHsm.token(Ck.CKM_AES_ECB_ENCRYPT_DATA));
        byte[] blocks = new byte[32];
        RANDOM.nextBytes(blocks);
        assertThat(keys.master(aes, KeyKind.AES_128).derive(blocks))
                .isEqualTo(withoutAes.master(aes, KeyKind.AES_128).derive(blocks))
                .hasSize(32);
    }

    @Test
    void sealsTheSameWithAndWithoutTheMechanism() {
        KeyName name = name();
        keys.generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_AES_GCM));
        for (int i = 0; i < 40; i++) {
            byte[] plain = new byte[1 + RANDOM.nextInt(200)];
            RANDOM.nextBytes(plain);
            assertThat(poor.open(name, keys.seal(name, plain, "here"), "here")).isEqualTo(plain);
            assertThat(keys.open(name, poor.seal(name, plain, "here"), "here")).isEqualTo(plain);
        }
        byte[] sealed = keys.seal(name, new byte[] {1, 2, 3}, "here");
        for (Pkcs11Keys each : List.of(keys, poor)) {
            assertThatThrownBy(() -> each.open(name, sealed, "there"))
                    .isInstanceOf(BrokenSeal.class);
            for (int i = 0; i < sealed.length; i++) {
                byte[] changed = sealed.clone();
                changed[i] ^= 1;
                assertThatThrownBy(() -> each.open(name, changed, "here"))
                        .isInstanceOf(BrokenSeal.class);
                byte[] cut = Arrays.copyOf(sealed, i);
                assertThatThrownBy(() -> each.open(name, cut, "here"))
                        .isInstanceOf(BrokenSeal.class);
            }
        }
    }

    @Test
    void signsForChipsWithAPairThatWasMadeInMemoryWhereTheTokenMakesNone() throws Exception {
        KeyName name = name();
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_RSA_PKCS_KEY_PAIR_GEN));
        IssuerSignature.Signer made = poor.driver().signature().generate(name, 1408);
        assertThat(made.publicKey().getModulus().bitLength()).isEqualTo(1408);
        assertThat(made.sign(new byte[176])).isEqualTo(new byte[176]);
        assertPrivateHalfKeptInside(name.label());
    }

    private void assertPrivateHalfKeptInside(String label) throws CryptokiFailure {
        long key = token.call(s -> s.find(Ck.CKO_PRIVATE_KEY, label)).getFirst();
        for (long secret :
                new long[] {
                    Ck.CKA_PRIVATE_EXPONENT, Ck.CKA_PRIME_1, Ck.CKA_PRIME_2, Ck.CKA_COEFFICIENT
                }) {
            assertThatThrownBy(() -> token.call(s -> s.attribute(key, secret, 512)))
                    .isInstanceOfSatisfying(
                            CryptokiFailure.class,
                            e -> assertThat(e.code()).isEqualTo(Ck.CKR_ATTRIBUTE_SENSITIVE));
        }
        assertThat(flag(key, Ck.CKA_SENSITIVE)).isEqualTo(1);
        assertThat(flag(key, Ck.CKA_EXTRACTABLE)).isEqualTo(0);
    }

    @Test
    void refusesToSignForChipsWhereTheTokenPads() {
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_RSA_X_509));
        assertUnable(() -> poor.driver().signature().generate(name(), 1408));
    }

    /** The lengths that an issuer can choose for her next key. */
    @ParameterizedTest
    @ValueSource(ints = {1152, 1408, 1536, 1728, 1976})
    void makesIssuersKeysOfEveryLengthThatIsOffered(int bits) {
        KeyName first = name();
        KeyName next = new KeyName(first.label() + "_2");
        BigInteger other = keys.driver().signature().generate(first, 1408).publicKey().getModulus();
        IssuerSignature.Signer made = keys.driver().signature().generate(next, bits);
        BigInteger modulus = made.publicKey().getModulus();
        assertThat(modulus.bitLength()).isEqualTo(bits);
        assertThat(modulus).isNotEqualTo(other);
        byte[] block = new byte[bits / 8];
        block[0] = 0x6A;
        block[bits / 8 - 1] = (byte) 0xBC;
        assertThat(
                        new BigInteger(1, made.sign(block))
                                .modPow(made.publicKey().getPublicExponent(), modulus))
                .isEqualTo(new BigInteger(1, block));
    }

    /** By the token's own PSS; without it of a block that is made here; of a pair from memory. */
    @Test
    void signsDocumentsWithAndWithoutTheMechanismAndKeepsTheKeyInside() throws Exception {
        assertThat(token.mechanisms()).contains(Ck.CKM_RSA_PKCS_PSS, Ck.CKM_RSA_X_509);
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_RSA_PKCS_PSS));
        Pkcs11Keys poorest =
                new Pkcs11Keys(SoftHsm.token(Ck.CKM_RSA_PKCS_PSS, Ck.CKM_RSA_PKCS_KEY_PAIR_GEN));
        KeyName name = name();
        DocumentSignature.Signer made = keys.driver().documents().generate(name, 2048);
        DocumentSignature.Signer built = poor.driver().documents().find(name).orElseThrow();
        for (int i = 0; i < 10; i++) {
            assertSigns(made);
            assertSigns(built);
        }
        KeyName memory = name();
        assertSigns(poorest.driver().documents().generate(memory, 2048));
        for (KeyName each : List.of(name, memory)) {
            assertPrivateHalfKeptInside(each.label());
        }
    }

    @Test
    void refusesToSignDocumentsWhereTheTokenHasNeitherMechanism() {
        Pkcs11Keys poor = new Pkcs11Keys(SoftHsm.token(Ck.CKM_RSA_PKCS_PSS, Ck.CKM_RSA_X_509));
        assertUnable(() -> poor.driver().documents().generate(name(), 3072));
    }

    @Test
    void saysWhatIsWrongWithTheTokenAndNotItsPin() {
        assertThat(SoftHsm.WRONG_PIN)
                .hasMessageContaining("PIN is not the one")
                .hasMessageNotContaining("999999");
        assertThatThrownBy(() -> SoftHsm.token(SoftHsm.PIN, "no-such"))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("no token");
        assertThatThrownBy(() -> new Cryptoki(Path.of("/nowhere.so")))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("cardloom.keys.pkcs11.library");
    }

    private void assertKeptInside(String label) throws CryptokiFailure {
        long key = token.call(session -> session.find(label)).getFirst();
        assertThatThrownBy(() -> token.call(s -> s.attribute(key, Ck.CKA_VALUE, 64)))
                .isInstanceOfSatisfying(
                        CryptokiFailure.class,
                        e -> assertThat(e.code()).isEqualTo(Ck.CKR_ATTRIBUTE_SENSITIVE));
        assertThat(flag(key, Ck.CKA_SENSITIVE)).isEqualTo(1);
        assertThat(flag(key, Ck.CKA_EXTRACTABLE)).isEqualTo(0);
        assertThat(flag(key, Ck.CKA_PRIVATE)).isEqualTo(1);
    }

    private int flag(long key, long attribute) throws CryptokiFailure {
        byte[] value = token.call(session -> session.attribute(key, attribute, 1));
        return value[0];
    }
}
