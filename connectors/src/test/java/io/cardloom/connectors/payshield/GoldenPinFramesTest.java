package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.payshield.PinCommand.Natural;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Public frames of the commands for PINs: softwaregroup-bg/ut-codec-payshield, test/config/test.js,
 * each set that is for key blocks. The forms of PINs, tables and validation data under a master key
 * of AES (J, L, P) are in Shulyaka/iso8583tools, parser/formats/fields_thales.frm.
 */
class GoldenPinFramesTest {

    private static final String ACCOUNT = "850103093936";
    private static final String OFFSET_KEY =
            "S00072V1TN00E00010AE0AD2B1990AB407FAD15059E287760A05DF4DA2391EAB138877E22";
    private static final String VALUE_KEY =
            "S00072V2TN00E0001E80A2926443C3AF11BF0317C669FA0EA0E100ABDF92BF7A3AF232D4C";
    private static final String ZONE_KEY =
            "S00072P0TB00E0001EA421618B34F5FA1A77F7CF6480111B97CF0FAE7BD77D589EC921EF9";
    private static final Natural RULE = new Natural("709F26B22464E96A", "50103093936N");
    private static final PinForm PIN = new PinForm(6, "0258743");

    /** generateRandomPinEncode 0 and 1. */
    @Test
    void asksForAPinAtRandom() {
        assertThat(framed("0033", PinCommand.draw("01", "540008900009", 6)))
                .isEqualTo(text("0033JA54000890000906%01"));
        assertThat(framed("0033", PinCommand.draw(null, ACCOUNT, 4)))
                .isEqualTo(text("0033JA85010309393604"));
    }

    /** derivePinIbmEncode 2. */
    @Test
    void asksForADerivedPin() {
        assertThat(framed("0011", PinCommand.derive("01", OFFSET_KEY, ACCOUNT, RULE, "309783")))
                .isEqualTo(
                        text(
                                "0011EE"
                                        + OFFSET_KEY
                                        + "309783FFFFFF06850103093936709F26B22464E96A50103093936N"
                                        + "%01"));
    }

    /** generateOffsetIbmLmkEncode 2. */
    @Test
    void asksForAnOffset() {
        assertThat(framed("0011", PinCommand.offset("01", OFFSET_KEY, PIN, ACCOUNT, RULE)))
                .isEqualTo(
                        text(
                                "0011DE"
                                        + OFFSET_KEY
                                        + "025874306850103093936709F26B22464E96A50103093936N%01"));
    }

    /** generatePvvLmkEncode 2. */
    @Test
    void asksForAVerificationValue() {
        assertThat(framed("0002", PinCommand.verificationValue("01", VALUE_KEY, PIN, ACCOUNT, 1)))
                .isEqualTo(text("0002DG" + VALUE_KEY + "02587438501030939361%01"));
    }

    /** translatePinLmkZpkEncode 1. */
    @Test
    void asksForABlock() {
        assertThat(framed("0012", PinCommand.block("01", ZONE_KEY, PIN, ACCOUNT)))
                .isEqualTo(text("0012JG" + ZONE_KEY + "018501030939360258743%01"));
    }

    /** fields_thales.frm: validation data of sixteen digits stand behind a P. */
    @Test
    void tellsTheDeviceAllSixteenDigitsThatAreEncrypted() {
        Natural rule = Natural.of("0123456789012345", "502265400089ffff");
        assertThat(rule.data()).isEqualTo("P502265400089FFFF");
    }

    /** generateRandomPinDecode 0 and derivePinIbmDecode 0, whose error 02 is a warning. */
    @ParameterizedTest
    @CsvSource({
        "JA,0000,303030304A42303032363337323739,2637279",
        "EE,0051,30303531454630323733363338363336,73638636"
    })
    void readsPins(String code, String header, String answer, String pin) {
        PinForm read = PinAnswers.pin(good(code, header, answer), 6);
        assertThat(read.locked()).isEqualTo(pin);
        assertThat(PinForm.of(read.bytes())).isEqualTo(read);
        assertThat(read).hasToString("PinForm[REDACTED]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"J0123456789ABCDEF0123456789ABCDEF", "0123456789ABCDEF", "12345"})
    void takesEachFormOfAPin(String locked) {
        assertThat(PinForm.of(new PinForm(12, locked).bytes()).locked()).isEqualTo(locked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "J01", "J0123456789ABCDEF0123456789ABCDEF0", "12345%01"})
    void takesNothingElseForAPin(String locked) {
        assertThatThrownBy(() -> new PinForm(4, locked)).isInstanceOf(KeyDeviceFailure.class);
        assertThatThrownBy(() -> PinForm.of(text("13" + locked)))
                .isInstanceOfSatisfying(
                        KeyDeviceFailure.class, e -> assertThat(e.code()).isEqualTo("HSM_PIN"));
    }

    /** generateOffsetIbmLmkDecode 0 and 1, with their warning. */
    @Test
    void readsOffsets() {
        byte[] six = good("DE", "0159", "3031353944463032303030303030464646464646");
        assertThat(PinAnswers.offset(six, 6)).isEqualTo("000000");
        byte[] four = good("DE", "0163", "3031363344463032303030304646464646464646");
        assertThat(PinAnswers.offset(four, 4)).isEqualTo("0000");
        assertThatThrownBy(() -> PinAnswers.offset(four, 6)).isInstanceOf(KeyDeviceFailure.class);
    }

    /** generatePvvLmkDecode 0 and translatePinLmkZpkDecode 0. */
    @Test
    void readsVerificationValuesAndBlocks() {
        assertThat(PinAnswers.verificationValue(good("DG", "0016", "303031364448303038313536")))
                .isEqualTo("8156");
        byte[] block = good("JG", "0002", "303030324A48303038374338333246373137394539434345");
        assertThat(PinAnswers.block(block)).isEqualTo(hex("87C832F7179E9CCE"));
        assertThatThrownBy(() -> PinAnswers.block(text("87C8")))
                .isInstanceOf(KeyDeviceFailure.class);
    }

    /** The sets that answer with an error, of each command. */
    @ParameterizedTest
    @CsvSource({
        "JA,0000,303030304A423831,81",
        "EE,0099,3030393945463235,25",
        "DE,0001,3030303144463130,10",
        "DG,0011,3030313144483135,15",
        "JG,0020,303032304A483233,23",
    })
    void readsErrors(String code, String header, String answer, String error) {
        assertThatThrownBy(() -> good(code, header, answer))
                .isInstanceOfSatisfying(
                        KeyDeviceFailure.class,
                        e -> assertThat(e.code()).isEqualTo("HSM_ERROR_" + error));
    }

    /** Changed answers of each command give a value of its form or a failure without one. */
    @ParameterizedTest
    @CsvSource({
        "JA,0000,303030304A42303032363337323739",
        "DE,0163,3031363344463032303030304646464646464646",
        "DG,0016,303031364448303038313536",
        "JG,0002,303030324A48303038374338333246373137394539434345"
    })
    void survivesChangedAnswers(String code, String header, String answer) throws IOException {
        byte[] whole = hex(answer);
        Random random = new Random(9564);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] changed = Arrays.copyOf(whole, random.nextInt(whole.length + 4));
            for (int n = random.nextInt(3); n > 0 && changed.length > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(code, header, changed)).matches("[0-9A-F]{4,16}");
            } catch (KeyDeviceFailure failure) {
                refused++;
                assertThat(String.valueOf(failure.getMessage()))
                        .doesNotContain("2637279", "87C832");
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    private static String read(String code, String header, byte[] answer) throws IOException {
        byte[] frame = new byte[answer.length + 2];
        frame[1] = (byte) answer.length;
        System.arraycopy(answer, 0, frame, 2, answer.length);
        byte[] message = HostFrame.read(new ByteArrayInputStream(frame), header.length());
        byte[] body =
                HostAnswers.good(
                        new HostCommand(code, new byte[0], true),
                        HostFrame.Answer.of(message, header, code));
        return switch (code) {
            case "JA" -> PinAnswers.pin(body, 6).locked();
            case "DE" -> PinAnswers.offset(body, 4);
            case "DG" -> PinAnswers.verificationValue(body);
            default -> HexFormat.of().withUpperCase().formatHex(PinAnswers.block(body));
        };
    }

    private static byte[] good(String code, String header, String answer) {
        return HostAnswers.good(
                new HostCommand(code, new byte[0], true),
                HostFrame.Answer.of(hex(answer), header, code));
    }

    private static byte[] framed(String header, HostCommand command) {
        byte[] frame = HostFrame.of(header, command.code(), command.body());
        return Arrays.copyOfRange(frame, 2, frame.length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
