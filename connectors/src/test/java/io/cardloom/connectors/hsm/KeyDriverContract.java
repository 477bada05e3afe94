package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.SealedForm;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every driver in front of hardware does, and what it says when its device cannot. Its tests
 * take no parameters, so that they can be run where JUnit is not.
 */
public abstract class KeyDriverContract {

    /** What a device may be unable to do. */
    protected enum Ability {
        TAKE_CLEAR_KEYS,
        LET_KEYS_OUT,
        DERIVE_CARD_KEYS,
        SIGN_CHIPS,
        SIGN_DOCUMENTS,
        ENCRYPT_PINS,
        MAKE_PIN_BLOCKS_OF_AES,
        TAKE_PIN_BLOCKS,
        PUT_PINS_ON_CHIPS
    }

    protected static final Random RANDOM = new Random(13);

    protected final TenantId tenant = TenantId.next(Clock.systemUTC());

    protected abstract KeyDriver driver();

    /** The same device as another process sees it. */
    protected abstract KeyDriver again();

    protected Set<Ability> unable() {
        return Set.of();
    }

    /** A key that is known outside comes in, in the way that the device has for it. */
    protected void bring(KeyName name, KeyUsage usage, ClearKey key) {
        driver().storage().load(name, usage, key);
    }

    /** What was sealed outside with a key, by the form that every driver writes, opens inside. */
    @Test
    void opensWhatWasSealedWithTheKeyBeforeItCame() throws Exception {
        KeyName name = name();
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = new byte[SealedForm.NONCE];
        RANDOM.nextBytes(nonce);
        gcm.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(bytes, "AES"),
                new GCMParameterSpec(128, nonce));
        gcm.updateAAD("icc/pool".getBytes(StandardCharsets.UTF_8));
        byte[] plain = new byte[700];
        RANDOM.nextBytes(plain);
        byte[] sealed = new SealedForm(nonce, gcm.doFinal(plain)).bytes();
        try (ClearKey key = new ClearKey(KeyKind.AES_256, bytes)) {
            bring(name, KeyUsage.DATA_ENCRYPTION, key);
        }
        assertThat(driver().protection().open(name, sealed, "icc/pool")).isEqualTo(plain);
        assertThatThrownBy(() -> driver().protection().open(name, sealed, "icc/other"))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void makesKeysOfEachKindInsideAndForgetsThem() {
        for (KeyKind kind : KeyKind.values()) {
            KeyName name = name();
            KeyCheckValue made = make(name, KeyUsage.KEY_BLOCK_PROTECTION, kind);
            assertThat(made.hex6()).isNotEqualTo("000000");
            assertThat(driver().storage().holds(name)).isTrue();
            assertThat(again().storage().holds(name)).isTrue();
            assertThatThrownBy(() -> make(name, KeyUsage.KEY_BLOCK_PROTECTION, kind))
                    .isInstanceOf(KeyDeviceFailure.class)
                    .hasMessageContaining("already");
            driver().storage().destroy(name);
            driver().storage().destroy(name);
            assertThat(driver().storage().holds(name)).isFalse();
        }
    }

    @Test
    void hasNothingToUseUnderANameThatHasNoKey() {
        KeyName none = name();
        assertNoKey(() -> driver().protection().seal(none, new byte[1], "there"));
        assertNoKey(() -> driver().protection().open(none, new byte[64], "there"));
        assertNoKey(() -> driver().verification().open(none));
        assertNoKey(
                () ->
                        driver().transport()
                                .take(name(), incoming(published(KeyKind.AES_256), none, null)));
    }

    protected static void assertNoKey(Runnable use) {
        assertThat(catchThrowable(use::run))
                .isInstanceOfAny(KeyDeviceFailure.class, BrokenSeal.class)
                .satisfies(
                        e -> {
                            if (e instanceof KeyDeviceFailure) {
                                assertThat(e).hasMessageContaining("no key");
                            }
                        });
    }

    @Test
    void takesClearKeysOrSaysThatItDoesNot() {
        for (KeyKind kind : KeyKind.values()) {
            KeyName name = name();
            try (ClearKey key = ClearKey.random(kind, RANDOM)) {
                if (unable().contains(Ability.TAKE_CLEAR_KEYS)) {
                    assertUnable(
                            () ->
                                    driver().storage()
                                            .load(name, KeyUsage.KEY_BLOCK_PROTECTION, key));
                    assertThat(driver().storage().holds(name)).isFalse();
                } else {
                    assertThat(driver().storage().load(name, KeyUsage.KEY_BLOCK_PROTECTION, key))
                            .isEqualTo(key.checkValue());
                }
            }
        }
    }

    @Test
    void sealsWhatOpensInItsPlaceAndUnchangedOnly() {
        KeyName name = name();
        make(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        for (int length : new int[] {1, 15, 16, 17, 200, 40_000}) {
            byte[] plain = new byte[length];
            RANDOM.nextBytes(plain);
            byte[] sealed = driver().protection().seal(name, plain, "here");
            assertThat(sealed).hasSize(1 + 12 + length + 16);
            assertThat(again().protection().open(name, sealed, "here")).isEqualTo(plain);
        }
        byte[] sealed = driver().protection().seal(name, new byte[] {1, 2, 3}, "here");
        assertBroken(name, sealed, "there");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertBroken(name, changed, "here");
            assertBroken(name, Arrays.copyOf(sealed, i), "here");
        }
    }

    private void assertBroken(KeyName name, byte[] sealed, String place) {
        assertThatThrownBy(() -> driver().protection().open(name, sealed, place))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void makesTheMasterKeyOnceWhenItIsFirstNeeded() {
        byte[] sealed = driver().protection().seal(KeyName.MASTER, new byte[] {7}, "here");
        assertThat(again().protection().open(KeyName.MASTER, sealed, "here")).containsExactly(7);
    }

    @Test
    void worksFromManyThreads() throws Exception {
        KeyName name = name();
        make(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        KeyDriver driver = driver();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            byte[] plain = new byte[] {(byte) i, 1};
            work.add(
                    () ->
                            Arrays.equals(
                                    plain,
                                    driver.protection()
                                            .open(
                                                    name,
                                                    driver.protection().seal(name, plain, "p"),
                                                    "p")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    @Test
    void isTakenInProductionAndShowsNothing() {
        KeyDriver driver = driver();
        assertThat(new KeyDrivers(List.of(driver), driver.name(), true).current().hardware())
                .isTrue();
        String text = published(KeyKind.AES_256);
        assertThat(incoming(text, name(), null).toString()).doesNotContain(text.substring(20));
    }

    protected KeyName name() {
        return KeyName.of(tenant, Identifier.next("kyv", Clock.systemUTC()));
    }

    protected KeyCheckValue make(KeyName name, KeyUsage usage, KeyKind kind) {
        return driver().storage().generate(name, usage, kind);
    }

    protected static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    protected static void assertUnable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_DEVICE_UNABLE"));
    }

    protected static String published(KeyKind protection) {
        return protection == KeyKind.AES_256
                ? "D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C"
                        + "07156A27E8E31DA05F7425509593D03A457DC34"
                : "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";
    }

    protected static IncomingKey incoming(
            String block, KeyName protection, @Nullable KeyCheckValue expected) {
        boolean aes = block.toUpperCase(Locale.ROOT).startsWith("D");
        return new IncomingKey(
                block,
                KeyUsage.PIN_ENCRYPTION,
                aes ? KeyKind.AES_128 : KeyKind.TDEA_DOUBLE,
                protection,
                aes ? KeyKind.AES_256 : KeyKind.TDEA_DOUBLE,
                expected);
    }
}
