package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.material.KeyKind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Frames that are public: softwaregroup-bg/ut-codec-payshield, test/config/test.js (its messages
 * stand behind the two bytes of their length); timgabets/pythales, pythales/tests.py; and the
 * recorded exchanges of a payShield 10K in ducvh198/pythales' tests, of which only the beginnings
 * are given.
 */
class GoldenFramesTest {

    private static final String ZONE_KEY =
            "S00072K0TB00E0001DB045F29C053EEFF7B9425B3A88C7258EB7EA7E40E2C47878647072A";

    /** pythales, test_outgoing_message and test_outgoing_message_no_header. */
    @Test
    void writesLengthHeaderCodeAndBody() {
        assertThat(HostFrame.of("XXXX", "NG", text("007444321")))
                .isEqualTo(text("\u0000\u000fXXXXNG007444321"));
        assertThat(HostFrame.of("", "NG", text("007444321")))
                .isEqualTo(text("\u0000\u000bNG007444321"));
    }

    /** ut-codec-payshield, generateKeyEncode 2. */
    @Test
    void asksForAKeyInAKeyBlock() {
        assertThat(
                        framed(
                                "0000",
                                HostCommand.generate(
                                        "01", KeyUsage.KEY_ENCRYPTION, KeyKind.TDEA_DOUBLE, 'E')))
                .isEqualTo(hex("3030303041303046464653253031234B305432423030453030"));
    }

    /**
     * The exchanges that were recorded: {@code #C0T2C00E00} and, with N for E, {@code #21A3B00}.
     */
    @Test
    void asksForKeysAsWasRecorded() {
        assertThat(
                        framed(
                                "0000",
                                HostCommand.generate(
                                        null,
                                        KeyUsage.CARD_VERIFICATION,
                                        KeyKind.TDEA_DOUBLE,
                                        'E')))
                .isEqualTo(text("0000A00FFFS#C0T2C00E00"));
        assertThat(
                        framed(
                                "0000",
                                HostCommand.generate(
                                        null, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256, 'E')))
                .isEqualTo(text("0000A00FFFS#21A3B00E00"));
    }

    /** ut-codec-payshield, importKeyEncode 2. */
    @Test
    void handsAKeyInUnderAZoneKey() {
        assertThat(
                        framed(
                                "0002",
                                HostCommand.take(
                                        "01",
                                        ZONE_KEY,
                                        "S00072P0TB00N00FFE1D89671C973C7F0DAF91CB2EBF379493C089756"
                                                + "79001172C89A0AF8")))
                .isEqualTo(
                        text(
                                "0002A6FFF"
                                        + ZONE_KEY
                                        + "S00072P0TB00N00FFE1D89671C973C7F0DAF91CB2EBF379493C0897"
                                        + "5679001172C89A0AF8S%01"));
    }

    /** ut-codec-payshield, exportKeyEncode 2, but for its optional exportability at the end. */
    @Test
    void letsAKeyOutUnderAZoneKey() {
        String key = "S00072P0TB00E0001EA421618B34F5FA1A77F7CF6480111B97CF0FAE7BD77D589EC921EF9";
        assertThat(framed("0004", HostCommand.export("01", ZONE_KEY, key, "S")))
                .isEqualTo(text("0004A8FFF" + ZONE_KEY + key + "S%01"));
    }

    /** ut-codec-payshield, generateCvvEncode 2. */
    @Test
    void asksForACardVerificationValue() {
        assertThat(
                        framed(
                                "0011",
                                HostCommand.verificationValue(
                                        null,
                                        "S00072C0TN00E0001A417975993E2331918759DD1656AC94306BE01C1"
                                                + "9FDE29E83A93AB42",
                                        "502265400089000092",
                                        "2010",
                                        "620")))
                .isEqualTo(
                        hex(
                                "3030313143575330303037324330544E303045303030314134313739373539393"
                                        + "3453233333139313837353944443136353641433934333036424530"
                                        + "31433139464445323945383341393341423432353032323635343030"
                                        + "3038393030303039323B32303130363230"));
    }

    /**
     * ut-codec-payshield, encryptDataBlockEncode 2: there in digits (1, 1), here in bytes (0, 0).
     */
    @Test
    void asksForBlocksToBeEncrypted() {
        String key = "S00072D0TN00E0001BD79343066F46B9C1279E2DE4382E56E6DD5BDCE0F850C7E444799D9";
        byte[] golden =
                hex(
                        "303030324D30303031314646465330303037324430544E30304530303031424437393334333"
                            + "036364634364239433132373945324445343338324535364536444435424443453046"
                            + "38353043374534343437393944393030303841424344454631323334353637383930");
        byte[] before = text("0002M00011FFF" + key + "0008");
        assertThat(Arrays.copyOf(golden, before.length)).isEqualTo(before);
        byte[] data = hex("ABCDEF1234567890");
        byte[] expected = text("0002M00000FFF" + key + "0008________");
        System.arraycopy(data, 0, expected, expected.length - 8, 8);
        assertThat(framed("0002", HostCommand.encrypt(null, key, data))).isEqualTo(expected);
    }

    /** ut-codec-payshield, generateKeyDecode 2, formKeyFromComponents 2 and importKeyDecode 2. */
    @ParameterizedTest
    @CsvSource({
        "A0,0099,30303939413130305330303037324b305442303045303030314642384134393532424645343231373941423844373941383139343344463146414436374346303135313137454538353238453739393030443441334538,S00072K0TB00E0001FB8A4952BFE42179AB8D79A81943DF1FAD67CF015117EE8528E79900,D4A3E8",
        "A4,0000,303030304135303053303030373235325442303045303030314434423441323635433532373346333533373239463135334643314332414441323344463244393443373641354546333034363643424142324145303832,S0007252TB00E0001D4B4A265C5273F353729F153FC1C2ADA23DF2D94C76A5EF30466CBAB,2AE082",
        "A6,0000,30303030413730305330303037325030544230304e303030314541343231363138423334463546413141373746374346363438303131314239323146303239373344464335413036463334354233344642344645394644,S00072P0TB00N0001EA421618B34F5FA1A77F7CF6480111B921F02973DFC5A06F345B34FB,4FE9FD",
        "A8,0000,30303030413930305330303037325030544230304e303046464531443839363731433937334337463044414639314342324542463337393439443831313030343239354346363642364146394346364138344645394644,S00072P0TB00N00FFE1D89671C973C7F0DAF91CB2EBF37949D811004295CF66B6AF9CF6A8,4FE9FD",
    })
    void readsKeysAndTheirCheckValues(
            String code, String header, String answer, String block, String checkValue) {
        HostCommand command = new HostCommand(code, new byte[0], true);
        byte[] body = HostAnswers.good(command, HostFrame.Answer.of(hex(answer), header, code));
        HostAnswers.GivenKey key = HostAnswers.key(body, "S");
        assertThat(key.block()).isEqualTo(block);
        assertThat(key.checkValue().hex6()).isEqualTo(checkValue);
        assertThat(key.toString()).doesNotContain(block.substring(17));
    }

    /** ut-codec-payshield, generateCvvDecode 2. */
    @Test
    void readsACardVerificationValue() {
        HostFrame.Answer answer = HostFrame.Answer.of(hex("3030303043583030313831"), "0000", "CW");
        assertThat(HostAnswers.verificationValue(answer.body())).isEqualTo("181");
    }

    /** ut-codec-payshield, encryptDataBlockDecode 0: a length and as much as it says. */
    @Test
    void readsWhatWasEncrypted() {
        HostFrame.Answer answer =
                HostFrame.Answer.of(
                        hex(
                                "303030364D31303030303230333131443844313346384336313745463833383434"
                                        + "3143333645333341364441"),
                        "0006",
                        "M0");
        assertThat(HostAnswers.encrypted(answer.body(), 32))
                .isEqualTo(text("311D8D13F8C617EF838441C36E33A6DA"));
        assertThatThrownBy(() -> HostAnswers.encrypted(answer.body(), 31))
                .isInstanceOf(KeyDeviceFailure.class);
    }

    /** ut-codec-payshield, generateKeyDecode 4 and 5, generateCvvDecode 3, encryptDataBlock 2. */
    @ParameterizedTest
    @CsvSource({
        "A0,0384,3033383441313130,10",
        "A0,0392,3033393241313135,15",
        "CW,0002,3030303243583130,10",
        "M0,0005,303030354D313032,02",
        "A8,1115,3131313541393236,26",
    })
    void readsErrors(String code, String header, String answer, String error) {
        HostFrame.Answer read = HostFrame.Answer.of(hex(answer), header, code);
        assertThat(read.error()).isEqualTo(error);
        assertThatThrownBy(() -> HostAnswers.good(new HostCommand(code, new byte[0], true), read))
                .isInstanceOfSatisfying(
                        KeyDeviceFailure.class,
                        e -> assertThat(e.code()).isEqualTo("HSM_ERROR_" + error))
                .hasMessageContaining(code);
    }

    /** pythales, test_NC. */
    @Test
    void readsDiagnostics() {
        HostFrame.Answer answer =
                HostFrame.Answer.of(text("SSSSND001234567890ABCDEF0007-E000"), "SSSS", "NC");
        assertThat(HostAnswers.good(HostCommand.diagnostics(), answer)).hasSize(25);
    }

    @Test
    void refusesAnAnswerWithAnotherHeaderOrToAnotherCommand() {
        assertThat(code(() -> HostFrame.Answer.of(text("0001CX00181"), "0000", "CW")))
                .isEqualTo("HSM_HEADER");
        assertThat(code(() -> HostFrame.Answer.of(text("0000M100181"), "0000", "CW")))
                .isEqualTo("HSM_ANSWER");
    }

    /** 10,000 changed answers: the documented failures, or an end of the line, and nothing else. */
    @Test
    void readsNothingOutOfDamagedAnswers() throws IOException {
        byte[] good =
                HostFrame.of(
                        "0099",
                        "A1",
                        text(
                                "00S00072K0TB00E0001FB8A4952BFE42179AB8D79A81943DF1FAD67CF015117EE85"
                                    + "28E79900D4A3E8"));
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            byte[] changed = Arrays.copyOf(good, random.nextInt(good.length + 4));
            for (int n = random.nextInt(4); n > 0 && changed.length > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                byte[] message = HostFrame.read(new ByteArrayInputStream(changed), 4);
                HostCommand command = new HostCommand("A0", new byte[0], false);
                HostAnswers.key(
                        HostAnswers.good(command, HostFrame.Answer.of(message, "0099", "A0")), "S");
            } catch (KeyDeviceFailure | EOFException e) {
                assertThat(String.valueOf(e.getMessage())).doesNotContain("FB8A4952");
            }
        }
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(KeyDeviceFailure.class, call).code();
    }

    private static byte[] framed(String header, HostCommand command) {
        byte[] frame = HostFrame.of(header, command.code(), command.body());
        assertThat((frame[0] & 0xFF) << 8 | frame[1] & 0xFF).isEqualTo(frame.length - 2);
        return Arrays.copyOfRange(frame, 2, frame.length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
