package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlockVersion;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.RetailMac;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Pkcs11KeysTest {

    private static final Random RANDOM = new Random(11);

    private final Token token = SoftHsm.token();
    private final Pkcs11Keys keys = new Pkcs11Keys(token);
    private final TenantId tenant = TenantId.next(Clock.systemUTC());

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
        KeyCheckValue made = keys.generate(name, KeyUsage.KEY_BLOCK_PROTECTION, kind);
        assertThat(made.hex6()).isNotEqualTo("000000");
        assertThat(keys.holds(name)).isTrue();
        assertKeptInside(name.label());
        assertThatThrownBy(
                        () ->
                                keys.export(
                                        KeyBlockHeader.of(
                                                KeyBlockVersion.D,
                                                KeyUsage.KEY_BLOCK_PROTECTION,
                                                kind.algorithm()),
                                        name,
                                        kind,
                                        name,
                                        kind))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_NOT_EXTRACTABLE"));
        keys.destroy(name);
        keys.destroy(name);
        assertThat(keys.holds(name)).isFalse();
        assertThatThrownBy(() -> keys.seal(name, new byte[1], "there"))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("no key");
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

    /** knovichikhin/psec tests/test_cvv.py and jPOS JCESecurityModuleTest: 361. */
    @Test
    void makesTheCardVerificationValueInside() throws Exception {
        KeyName name = name();
        try (ClearKey key =
                new ClearKey(KeyKind.TDEA_DOUBLE, hex("99999999999999998888888888888888"))) {
            keys.load(name, KeyUsage.CARD_VERIFICATION, key);
        }
        try (RetailMac.Pair pair = keys.open(name)) {
            String result =
                    HexFormat.of().formatHex(pair.mac(hex("22222222222222223333111000000000")));
            assertThat(result.replaceAll("[a-f]", "").substring(0, 3)).isEqualTo("361");
        }
        assertKeptInside(name.label());
        assertKeptInside(name.label() + "#1");
        keys.destroy(name);
        assertThatThrownBy(() -> keys.open(name)).isInstanceOf(KeyDeviceFailure.class);
        KeyName made = name();
        keys.generate(made, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        try (RetailMac.Pair pair = keys.open(made)) {
            assertThat(pair.mac(new byte[16])).hasSize(8);
        }
    }

    /** openemv/tr31, test/tr31_decrypt_test.c: the protection keys stay on the token. */
    @ParameterizedTest
    @CsvSource({
        "DD7515F2BFC17F85CE48F3CA25CB21F6,B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E,3F419E1CB7079442AA37474C2EFBF8B8",
        "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6,D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C07156A27E8E31DA05F7425509593D03A457DC34,3F419E1CB7079442AA37474C2EFBF8B8",
    })
    void opensPublishedKeyBlocksWithAProtectionKeyThatStaysInside(
            String protection, String block, String key) {
        KeyAlgorithm algorithm = block.startsWith("D") ? KeyAlgorithm.AES : KeyAlgorithm.TDEA;
        KeyKind kind = KeyKind.of(algorithm, protection.length() / 2).orElseThrow();
        KeyName name = name();
        try (ClearKey clear = new ClearKey(kind, hex(protection))) {
            keys.load(name, KeyUsage.KEY_BLOCK_PROTECTION, clear);
        }
        try (KeyBlocks.Unwrapped unwrapped = KeyBlocks.unwrap(block, keys.protection(name, kind))) {
            assertThat(unwrapped.key().bytes()).isEqualTo(hex(key));
        }
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
            byte[] derived = each.derive(name, KeyKind.TDEA_DOUBLE, y);
            assertThat(odd(derived)).isEqualTo(hex("67F8292358083E5EA7AB7FDA58D53B6B"));
        }
        KeyName other = name();
        keys.generate(other, KeyUsage.KEY_ENCRYPTION, KeyKind.TDEA_DOUBLE);
        assertThatThrownBy(() -> keys.derive(other, KeyKind.TDEA_DOUBLE, y))
                .as("a key of another use does not derive")
                .isInstanceOf(KeyDeviceFailure.class);
        KeyName aes = name();
        keys.generate(aes, KeyUsage.CHIP_INTEGRITY, KeyKind.AES_128);
        Pkcs11Keys withoutAes = new Pkcs11Keys(SoftHsm.token(Ck.CKM_AES_ECB_ENCRYPT_DATA));
        byte[] blocks = new byte[32];
        RANDOM.nextBytes(blocks);
        assertThat(keys.derive(aes, KeyKind.AES_128, blocks))
                .isEqualTo(withoutAes.derive(aes, KeyKind.AES_128, blocks))
                .hasSize(32);
    }

    private static byte[] odd(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            key[i] ^= (byte) (Integer.bitCount(key[i] & 0xFF) % 2 == 0 ? 1 : 0);
        }
        return key;
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
                byte[] cut = java.util.Arrays.copyOf(sealed, i);
                assertThatThrownBy(() -> each.open(name, cut, "here"))
                        .isInstanceOf(BrokenSeal.class);
            }
        }
    }

    @Test
    void makesTheMasterKeyOnceWhenItIsFirstNeeded() {
        byte[] sealed = keys.seal(KeyName.MASTER, new byte[] {7}, "here");
        Pkcs11Keys again = new Pkcs11Keys(SoftHsm.token());
        assertThat(again.open(KeyName.MASTER, sealed, "here")).containsExactly(7);
    }

    @Test
    void worksFromManyThreads() throws Exception {
        KeyName name = name();
        keys.generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] plain = new byte[] {(byte) i, 1};
            work.add(
                    () ->
                            java.util.Arrays.equals(
                                    plain, keys.open(name, keys.seal(name, plain, "p"), "p")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
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
        KeyName name = name();
        keys.generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        assertThatThrownBy(() -> keys.generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("already");
    }

    @Test
    void isTakenInProduction() {
        assertThat(new KeyDrivers(List.of(keys.driver()), "pkcs11", true).current().hardware())
                .isTrue();
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

    private KeyName name() {
        return KeyName.of(tenant, Identifier.next("kyv", Clock.systemUTC()));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
