package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cardloom.connectors.payshield.HostCommandServer.Misbehavior;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.HeldPins;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PINs inside the device: public vectors through driver and simulator, and what goes wrong. */
class PayshieldPinsTest {

    private static final String PAN = "1122334455667788";
    private static final String ACCOUNT = "334455667778";
    private static final String TABLE = "1234567890123456";
    private static final String PLAIN_TABLE = "0123456789012345";

    @TempDir Path folder;

    private final TenantId tenant = TenantId.next(Clock.systemUTC());
    private final HostCommandServer device;
    private final HostLines lines;

    PayshieldPinsTest() throws IOException {
        this.device = new HostCommandServer();
        this.lines =
                new HostLines(
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
                                Duration.ofMillis(600),
                                null));
    }

    @AfterEach
    void close() throws IOException {
        lines.close();
        device.close();
    }

    /** knovichikhin/psec tests/test_pin.py. */
    @ParameterizedTest
    @CsvSource({"0, 16, F, 4524", "0, 14, F, 5518", "1, 14, 1, 3675", "2, 14, 1, 5550"})
    void derivesTheNaturalPins(int from, int length, String pad, String expected) {
        String data = PAN.substring(from, from + length) + pad.repeat(16 - length);
        HeldPins.Generation key = pins(null).generation(formed(KeyUsage.PIN_OFFSET));
        byte[] pin = key.natural(PAN, data, TABLE, 4);
        assertThat(new String(pin, StandardCharsets.US_ASCII)).matches("04J[0-9A-F]{32}");
        assertThat(key.offset(pin, PAN, data, TABLE)).isEqualTo("0000");
        assertThat(key.offset(held(expected, PAN), PAN, data, TABLE)).isEqualTo("0000");
    }

    /** knovichikhin/psec tests/test_pin.py. */
    @ParameterizedTest
    @CsvSource({"5635, 1111", "0000, 6586", "1111, 7697", "1234, 7710"})
    void makesTheOffsets(String pin, String expected) {
        HeldPins.Generation key = pins(null).generation(formed(KeyUsage.PIN_OFFSET));
        assertThat(key.offset(held(pin, PAN), PAN, PAN, TABLE)).isEqualTo(expected);
    }

    /** knovichikhin/psec tests/test_pin.py; the last one needs the second pass. */
    @ParameterizedTest
    @CsvSource({
        "1, 4524, 1122334455667788, 8523",
        "2, 1912, 1122334455667788, 3244",
        "1, 0570, 1122334455667718, 3144",
        "1, 8299, 1122334455667708, 4422"
    })
    void makesThePinVerificationValues(int index, String pin, String pan, String expected) {
        KeyName name = formed(KeyUsage.PIN_VERIFICATION_VALUE);
        assertThat(pins(null).verification(name).value(held(pin, pan), pan, index))
                .isEqualTo(expected);
    }

    /** The clear block of EFTlab's list, 0412AC89ABCDEF67, under a key of zeros and ones. */
    @Test
    void makesBlocksUnderTheZoneKey() throws Exception {
        String pan = "43219876543210987";
        HeldPins.Transport key =
                pins(null).transport(formed(KeyUsage.PIN_ENCRYPTION), KeyKind.TDEA_DOUBLE);
        byte[] block = key.block(held("1234", pan), pan, 0);
        javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("DESede/ECB/NoPadding");
        cipher.init(
                javax.crypto.Cipher.DECRYPT_MODE,
                new javax.crypto.spec.SecretKeySpec(
                        hex("0123456789ABCDEFFEDCBA98765432100123456789ABCDEF"), "DESede"));
        assertThat(cipher.doFinal(block)).isEqualTo(hex("0412AC89ABCDEF67"));
    }

    @Test
    void refusesAPinOfAnotherAccountAndOfAnotherDevice() {
        HeldPins.Verification key =
                pins(null).verification(formed(KeyUsage.PIN_VERIFICATION_VALUE));
        byte[] pin = pins(null).drawn(PAN, 4);
        assertThat(failure(() -> key.value(pin, "9999334455667798", 1)).code())
                .isEqualTo("HSM_ERROR_20");
        byte[] foreign =
                ("04" + new SimulatedHsm().pins().held("1234", ACCOUNT))
                        .getBytes(StandardCharsets.US_ASCII);
        assertThat(failure(() -> key.value(foreign, PAN, 1)).code()).isEqualTo("HSM_ERROR_14");
        byte[] clear = {1, 2, 3, 4};
        assertThat(failure(() -> key.value(clear, PAN, 1)).code()).isEqualTo("HSM_PIN");
        assertThat(
                        failure(
                                        () ->
                                                pins(null)
                                                        .verification(formed(KeyUsage.PIN_OFFSET))
                                                        .value(pin, PAN, 1))
                                .code())
                .as("a key of another use")
                .isEqualTo("HSM_ERROR_A6");
    }

    /** The table that the device encrypted goes there instead of the clear one. */
    @Test
    void sendsTheEncryptedTableWhereTheDeviceTakesNoOther() {
        KeyName name = formed(KeyUsage.PIN_OFFSET);
        byte[] before = pins(null).generation(name).natural(PAN, PAN, PLAIN_TABLE, 4);
        String locked = device.hsm().pins().takeLockedTablesOnly(PLAIN_TABLE);
        HeldPins.Generation clear = pins(null).generation(name);
        assertThat(failure(() -> clear.natural(PAN, PAN, PLAIN_TABLE, 4)).code())
                .isEqualTo("HSM_ERROR_25");
        HeldPins.Generation key = pins(locked).generation(name);
        assertThat(key.offset(before, PAN, PAN, PLAIN_TABLE)).isEqualTo("0000");
        assertThatThrownBy(() -> key.natural(PAN, PAN, TABLE, 4))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_DEVICE_UNABLE"));
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW,HSM_TIMEOUT",
        "LENGTH_TOO_SHORT,HSM_LENGTH",
        "DROP,HSM_DROPPED",
        "TRUNCATE,HSM_TRUNCATED",
        "OTHER_HEADER,HSM_HEADER",
        "OTHER_BODY,HSM_ANSWER",
        "ERROR_10,HSM_ERROR_10",
        "ERROR_41,HSM_ERROR_41",
    })
    void saysWhatWentWrongWithEachCommandAndNothingOfThePin(Misbehavior misbehavior, String code) {
        HeldPins pins = pins(null);
        HeldPins.Generation generation = pins.generation(formed(KeyUsage.PIN_OFFSET));
        HeldPins.Verification verification =
                pins.verification(formed(KeyUsage.PIN_VERIFICATION_VALUE));
        HeldPins.Transport transport =
                pins.transport(formed(KeyUsage.PIN_ENCRYPTION), KeyKind.TDEA_DOUBLE);
        byte[] pin = held("4524", PAN);
        Map<String, Supplier<Object>> commands =
                Map.of(
                        "JA", () -> pins.drawn(PAN, 4),
                        "EE", () -> generation.natural(PAN, PAN, TABLE, 4),
                        "DE", () -> generation.offset(pin, PAN, PAN, TABLE),
                        "DG", () -> verification.value(pin, PAN, 1),
                        "JG", () -> transport.block(pin, PAN, 0));
        commands.forEach(
                (command, work) -> {
                    device.misbehave(misbehavior, misbehavior);
                    KeyDeviceFailure failure = failure(work);
                    assertThat(failure.code()).as(command).isEqualTo(code);
                    assertThat(device.asked()).containsOnly(command);
                    for (Throwable e = failure; e != null; e = e.getCause()) {
                        assertThat(String.valueOf(e))
                                .doesNotContain(
                                        PAN,
                                        ACCOUNT,
                                        "4524",
                                        new String(pin, 3, 20, StandardCharsets.US_ASCII));
                    }
                    device.misbehave();
                    assertThat(work.get()).isNotNull();
                });
    }

    /** A key as officers form it; of the public vectors. */
    private KeyName formed(KeyUsage usage) {
        KeyName name = KeyName.of(tenant, Identifier.next("kyv", Clock.systemUTC()));
        try (ClearKey key =
                new ClearKey(KeyKind.TDEA_DOUBLE, hex("0123456789ABCDEFFEDCBA9876543210"))) {
            new LmkKeys(folder).keep(name, device.hsm().formed(usage, key));
        }
        return name;
    }

    private byte[] held(String pin, String pan) {
        String account = pan.substring(pan.length() - 13, pan.length() - 1);
        return ("%02d".formatted(pin.length()) + device.hsm().pins().held(pin, account))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private HeldPins pins(@Nullable String lockedTable) {
        return new PayshieldKeys(lines, new LmkKeys(folder), null, lockedTable)
                .driver()
                .heldPins()
                .orElseThrow();
    }

    private static KeyDeviceFailure failure(Supplier<Object> call) {
        return catchThrowableOfType(KeyDeviceFailure.class, call::get);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
