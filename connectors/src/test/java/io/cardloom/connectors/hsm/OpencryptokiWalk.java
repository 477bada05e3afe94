package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.RetailMac;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the driver does on a token of opencryptoki; a program of its own, because the library finds
 * its daemon in places that only the namespace shows which {@link OpencryptokiTest} sets up.
 */
final class OpencryptokiWalk {

    private static final Random RANDOM = new Random(12);

    private final Token token;
    private final Pkcs11Keys keys;
    private final TenantId tenant = TenantId.next(Clock.systemUTC());

    private OpencryptokiWalk(Token token) {
        this.token = token;
        this.keys = new Pkcs11Keys(token);
    }

    /** The library, the token's label and its PIN. */
    public static void main(String[] arguments) throws Exception {
        OpencryptokiWalk walk =
                new OpencryptokiWalk(
                        new Token(
                                new Cryptoki(Path.of(arguments[0])),
                                arguments[1],
                                arguments[2].getBytes(StandardCharsets.US_ASCII),
                                Set.of()));
        walk.readsWhatTheTokenCanDo();
        walk.makesKeysThatNeverLeave();
        walk.showsTheSameCheckValuesAndMacsAsSoftware();
        walk.makesTheCardVerificationValueInside();
        walk.derivesWithoutTheMechanism();
        walk.opensAPublishedKeyBlock();
        walk.sealsWhatItAloneOpens();
        walk.worksFromManyThreads();
        System.out.println("walked");
        Runtime.getRuntime().halt(0); // the library's own threads would keep the process
    }

    private void readsWhatTheTokenCanDo() {
        System.out.println("mechanisms " + token.mechanisms().size());
        assertThat(token.mechanisms())
                .contains(Ck.CKM_DES3_ECB, Ck.CKM_AES_ECB)
                .doesNotContain(Ck.CKM_AES_CMAC, Ck.CKM_DES3_CMAC);
        System.out.println("gcm " + token.mechanisms().contains(Ck.CKM_AES_GCM));
        System.out.println("generators " + token.mechanisms().contains(Ck.CKM_DES2_KEY_GEN));
    }

    private void makesKeysThatNeverLeave() throws CryptokiFailure {
        for (KeyKind kind : KeyKind.values()) {
            KeyName name = name();
            assertThat(keys.generate(name, KeyUsage.KEY_BLOCK_PROTECTION, kind).hex6()).hasSize(6);
            long key = token.call(session -> session.find(name.label())).getFirst();
            assertThatThrownBy(() -> token.call(s -> s.attribute(key, Ck.CKA_VALUE, 64)))
                    .isInstanceOf(CryptokiFailure.class);
            keys.destroy(name);
            assertThat(keys.holds(name)).isFalse();
            assertThatThrownBy(() -> keys.seal(name, new byte[1], "there"))
                    .isInstanceOf(KeyDeviceFailure.class)
                    .hasMessageContaining("no key");
        }
    }

    private void showsTheSameCheckValuesAndMacsAsSoftware() {
        for (KeyKind kind : KeyKind.values()) {
            try (ClearKey key = ClearKey.random(kind, RANDOM)) {
                KeyName name = name();
                assertThat(keys.load(name, KeyUsage.KEY_BLOCK_PROTECTION, key))
                        .isEqualTo(key.checkValue());
                byte[] message = new byte[1 + RANDOM.nextInt(60)];
                RANDOM.nextBytes(message);
                assertThat(keys.protection(name, kind).cmac(message))
                        .isEqualTo(ProtectionKey.of(key).cmac(message));
                keys.destroy(name);
            }
        }
    }

    /** knovichikhin/psec tests/test_cvv.py and jPOS JCESecurityModuleTest: 361. */
    private void makesTheCardVerificationValueInside() {
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
        keys.destroy(name);
    }

    private void derivesWithoutTheMechanism() {
        assertThat(token.mechanisms()).doesNotContain(Ck.CKM_DES3_ECB_ENCRYPT_DATA);
        KeyName name = name();
        try (ClearKey key = ClearKey.random(KeyKind.TDEA_DOUBLE, RANDOM)) {
            keys.load(name, KeyUsage.CHIP_CRYPTOGRAMS, key);
            byte[] zeros = keys.derive(name, KeyKind.TDEA_DOUBLE, new byte[16]);
            assertThat(HexFormat.of().withUpperCase().formatHex(zeros))
                    .startsWith(key.checkValue().hex6());
        }
        keys.destroy(name);
    }

    /** openemv/tr31, test/tr31_decrypt_test.c. */
    private void opensAPublishedKeyBlock() {
        KeyName name = name();
        try (ClearKey clear =
                new ClearKey(
                        KeyKind.AES_256,
                        hex("88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6"))) {
            keys.load(name, KeyUsage.KEY_BLOCK_PROTECTION, clear);
        }
        try (KeyBlocks.Unwrapped unwrapped =
                KeyBlocks.unwrap(
                        "D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C"
                                + "07156A27E8E31DA05F7425509593D03A457DC34",
                        keys.protection(name, KeyKind.AES_256))) {
            assertThat(unwrapped.key().bytes()).isEqualTo(hex("3F419E1CB7079442AA37474C2EFBF8B8"));
        }
        keys.destroy(name);
    }

    private void sealsWhatItAloneOpens() {
        byte[] sealed = keys.seal(KeyName.MASTER, new byte[] {1, 2, 3}, "here");
        assertThat(new Pkcs11Keys(token).open(KeyName.MASTER, sealed, "here"))
                .containsExactly(1, 2, 3);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keys.open(KeyName.MASTER, changed, "here"))
                    .isInstanceOf(BrokenSeal.class);
        }
        assertThatThrownBy(() -> keys.open(KeyName.MASTER, sealed, "there"))
                .isInstanceOf(BrokenSeal.class);
    }

    private void worksFromManyThreads() throws Exception {
        KeyName name = name();
        keys.generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            byte[] plain = new byte[] {(byte) i, 1};
            work.add(
                    () ->
                            java.util.Arrays.equals(
                                    plain, keys.open(name, keys.seal(name, plain, "p"), "p")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    private KeyName name() {
        return KeyName.of(tenant, Identifier.next("kyv", Clock.systemUTC()));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
