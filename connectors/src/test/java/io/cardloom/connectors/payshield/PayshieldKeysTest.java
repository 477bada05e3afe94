package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cardloom.connectors.hsm.PinContract;
import io.cardloom.connectors.payshield.HostCommandServer.Misbehavior;
import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlockVersion;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract, and each way in which a device or its line goes wrong. */
class PayshieldKeysTest extends PinContract {

    private static final Set<Misbehavior> WORKING_OR_LATE =
            Set.of(
                    Misbehavior.NONE,
                    Misbehavior.SLOW,
                    Misbehavior.TRICKLE,
                    Misbehavior.LENGTH_TOO_LONG);

    @TempDir Path folder;

    private final HostCommandServer device;
    private final HostLines lines;

    /** Waits for answers for a part of a second only. */
    private final HostLines hurried;

    PayshieldKeysTest() throws IOException {
        this.device = new HostCommandServer();
        this.lines = lines(Duration.ofSeconds(20));
        this.hurried = lines(Duration.ofMillis(600));
    }

    @AfterEach
    void close() throws IOException {
        lines.close();
        hurried.close();
        device.close();
    }

    @Override
    protected KeyDriver driver() {
        return keys().driver();
    }

    @Override
    protected KeyDriver again() {
        return new PayshieldKeys(hurried, new LmkKeys(folder), "00", null).driver();
    }

    @Override
    protected Set<Ability> unable() {
        return Set.of(
                Ability.TAKE_CLEAR_KEYS,
                Ability.DERIVE_CARD_KEYS,
                Ability.SIGN_CHIPS,
                Ability.SIGN_DOCUMENTS,
                Ability.ENCRYPT_PINS,
                Ability.MAKE_PIN_BLOCKS_OF_AES,
                Ability.PUT_PINS_ON_CHIPS,
                Ability.TAKE_PIN_BLOCKS);
    }

    /** Officers form a zone key at the console; under it the key comes as a block. */
    @Override
    protected void bring(KeyName name, KeyUsage usage, ClearKey key) {
        KeyName zoneName = name();
        try (ClearKey zone = ClearKey.random(KeyKind.AES_256, RANDOM)) {
            new LmkKeys(folder)
                    .keep(zoneName, device.hsm().formed(KeyUsage.KEY_BLOCK_PROTECTION, zone));
            String block =
                    KeyBlocks.wrap(
                            KeyBlockHeader.of(KeyBlockVersion.D, usage, key.kind().algorithm()),
                            key,
                            ProtectionKey.of(zone),
                            RANDOM);
            driver().transport()
                    .take(
                            name,
                            new IncomingKey(
                                    block,
                                    usage,
                                    key.kind(),
                                    zoneName,
                                    KeyKind.AES_256,
                                    key.checkValue()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW,HSM_TIMEOUT",
        "TRICKLE,HSM_TIMEOUT",
        "LENGTH_TOO_LONG,HSM_TIMEOUT",
        "LENGTH_TOO_SHORT,HSM_LENGTH",
        "LENGTH_OF_NOTHING,HSM_LENGTH",
        "DROP,HSM_DROPPED",
        "TRUNCATE,HSM_TRUNCATED",
        "OTHER_HEADER,HSM_HEADER",
        "OTHER_ANSWER,HSM_ANSWER",
        "OTHER_BODY,HSM_ANSWER",
        "ERROR_10,HSM_ERROR_10",
        "ERROR_41,HSM_ERROR_41",
        "ERROR_OF_NO_FORM,HSM_ANSWER",
    })
    void saysWhatWentWrongAndWorksAgainAfterwards(Misbehavior misbehavior, String code) {
        KeyName name = name();
        make(name, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        try (VerificationValues.Key key = impatient().driver().verification().open(name)) {
            String good = key.value("2222222222222222", "3333", "111");
            device.misbehave(misbehavior, misbehavior);
            assertThat(failure(() -> key.value("2222222222222222", "3333", "111")).code())
                    .isEqualTo(code);
            device.misbehave();
            assertThat(key.value("2222222222222222", "3333", "111")).isEqualTo(good);
        }
        device.misbehave(misbehavior);
        KeyName made = name();
        assertThat(
                        failure(
                                        () ->
                                                impatient()
                                                        .generate(
                                                                made,
                                                                KeyUsage.PIN_ENCRYPTION,
                                                                KeyKind.AES_128))
                                .code())
                .isEqualTo(code);
        assertThat(driver().storage().holds(made)).isFalse();
        assertThat(device.asked()).as("a key is never made twice").containsExactly("A0");
        device.misbehave();
        make(made, KeyUsage.PIN_ENCRYPTION, KeyKind.AES_128);
    }

    @ParameterizedTest
    @CsvSource({"DROP", "TRUNCATE"})
    void asksOnceMoreWhenTheLineDropsAmidWhatMayBeAskedTwice(Misbehavior misbehavior) {
        KeyName name = name();
        make(name, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        try (VerificationValues.Key key = driver().verification().open(name)) {
            String good = key.value("2222222222222222", "3333", "111");
            device.misbehave(misbehavior);
            assertThat(key.value("2222222222222222", "3333", "111")).isEqualTo(good);
            assertThat(device.asked()).containsExactly("CW", "CW");
            device.misbehave(misbehavior, misbehavior, misbehavior);
            failure(() -> key.value("2222222222222222", "3333", "111"));
            assertThat(device.asked()).as("once, and not for ever").containsExactly("CW", "CW");
        }
    }

    @Test
    void refusesAKeyOfAnotherLocalMasterKeyAndAnotherIdentifier() {
        KeyName name = name();
        new LmkKeys(folder)
                .keep(
                        name,
                        new SimulatedHsm()
                                .formed(
                                        KeyUsage.CARD_VERIFICATION,
                                        ClearKey.random(KeyKind.TDEA_DOUBLE, RANDOM)));
        try (VerificationValues.Key key = driver().verification().open(name)) {
            assertThat(failure(() -> key.value("2222222222222222", "3333", "111")).code())
                    .isEqualTo("HSM_ERROR_10");
        }
        PayshieldKeys other = new PayshieldKeys(lines, new LmkKeys(folder), "07", null);
        assertThat(
                        failure(
                                        () ->
                                                other.generate(
                                                        name(),
                                                        KeyUsage.PIN_ENCRYPTION,
                                                        KeyKind.AES_128))
                                .code())
                .isEqualTo("HSM_ERROR_13");
    }

    @Test
    void letsNoDataEncryptionKeyOut() {
        KeyName protection = name();
        make(protection, KeyUsage.KEY_BLOCK_PROTECTION, KeyKind.AES_256);
        KeyName name = name();
        make(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        assertThatThrownBy(
                        () ->
                                driver().transport()
                                        .export(
                                                KeyBlockHeader.of(
                                                        KeyBlockVersion.D,
                                                        KeyUsage.DATA_ENCRYPTION,
                                                        KeyAlgorithm.AES),
                                                name,
                                                KeyKind.AES_256,
                                                protection,
                                                KeyKind.AES_256))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_NOT_EXTRACTABLE"));
    }

    /** Neither what was sent nor what came: no key, no block, no account number. */
    @Test
    void showsNoKeysAndNoAccountDataInItsFailures() {
        String pan = "2222222222222222";
        KeyName name = name();
        KeyName zone = name();
        String clear = "0123456789ABCDEFFEDCBA9876543210";
        String block;
        try (ClearKey key = new ClearKey(KeyKind.TDEA_DOUBLE, hex(clear))) {
            block = device.hsm().formed(KeyUsage.CARD_VERIFICATION, key);
            new LmkKeys(folder).keep(name, block);
            new LmkKeys(folder).keep(zone, block);
        }
        String text =
                "D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C"
                        + "07156A27E8E31DA05F7425509593D03A457DC34";
        IncomingKey incoming =
                new IncomingKey(
                        text,
                        KeyUsage.PIN_ENCRYPTION,
                        KeyKind.AES_128,
                        zone,
                        KeyKind.AES_256,
                        new KeyCheckValue("123456"));
        List<Throwable> all = new ArrayList<>();
        try (VerificationValues.Key key = driver().verification().open(name)) {
            for (Misbehavior each : Misbehavior.values()) {
                if (!WORKING_OR_LATE.contains(each)) {
                    device.misbehave(each, each);
                    all.add(failure(() -> key.value(pan, "3333", "111")));
                    device.misbehave(each, each);
                    all.add(failure(() -> driver().transport().take(name(), incoming)));
                }
            }
        }
        device.misbehave();
        all.add(failure(() -> driver().transport().take(name(), incoming)));
        assertThat(all).hasSizeGreaterThan(18);
        for (Throwable each : all) {
            for (Throwable e = each; e != null; e = e.getCause()) {
                String said = String.valueOf(e).toUpperCase(Locale.ROOT);
                assertThat(said)
                        .doesNotContain(pan, clear, block.substring(17, 40), text.substring(16, 40))
                        .doesNotContain(HexFormat.of().withUpperCase().formatHex(pan.getBytes()));
            }
        }
    }

    private PayshieldKeys keys() {
        return new PayshieldKeys(lines, new LmkKeys(folder), null, null);
    }

    private PayshieldKeys impatient() {
        return new PayshieldKeys(hurried, new LmkKeys(folder), null, null);
    }

    private HostLines lines(Duration commandLimit) {
        return new HostLines(
                SocketFactory.getDefault(),
                "localhost",
                new PayshieldSettings(
                        "localhost",
                        device.port(),
                        4,
                        null,
                        null,
                        3,
                        Duration.ofSeconds(5),
                        commandLimit,
                        null));
    }

    private static KeyDeviceFailure failure(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(KeyDeviceFailure.class, call);
    }
}
