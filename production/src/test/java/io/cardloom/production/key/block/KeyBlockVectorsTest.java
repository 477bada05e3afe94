package io.cardloom.production.key.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyBlockVectorsTest {

    /**
     * Protection key, block, key, check value. The rows marked openemv are those of openemv/tr31,
     * test/tr31_decrypt_test.c (ASC X9 TR-31:2018 A.7.2.2, A.7.3.2 and A.7.4, ISO 20038:2017 B.3,
     * and blocks of a payShield 10K); psec those of knovichikhin/psec, tests/test_tr31.py.
     */
    @ParameterizedTest
    @CsvSource({
        "openemv,EFE0853B256B583D868F251CE99EA1D9,B0080K0TN00N00001C414014375212C24995E405B5EE052CB92B67F455EA2680F6751088F9F1C228,5DB50B454F8389ADCE573BE50861F2BF,5C9405",
        "openemv,DD7515F2BFC17F85CE48F3CA25CB21F6,B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E,3F419E1CB7079442AA37474C2EFBF8B8,57C409",
        "openemv,1D22BF32387C600AD97F9B97A51311AC,B0104B0TX12S0100KS1800604B120F9292800000BB68BE8680A400D9191AD4ECE45B6E6C0D21C4738A52190E248719E24B433627,E8BC63E5479455E26577F715D587FE68,9A4212",
        "openemv,88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6,D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C07156A27E8E31DA05F7425509593D03A457DC34,3F419E1CB7079442AA37474C2EFBF8B8,08793E",
        "openemv,4141414141414141414141414141414141414141414141414141414141414141,D0112B0TN00N000037DB9B046B7B0048785690759580ABC3B9842AB4BB7717B49E92528E575785D8123559376A2553B27BE94F054F4E971C,1FA1F7CEC798D91545DA8AE0C7796BD9,FF5087",
        "openemv,4141414141414141414141414141414141414141414141414141414141414141,D0144D0AN00N0000127862F945C2DED04530FAF7CDBC8B0BA10C7AA79BD5E0C2C5D6AC173BF588E4B19ACF1357178D50EA0AB193228E13958304FC6149632DFDCADF3A5B3D57E814,BE19E6A07A760F10EF8E83A226B63AAD141F463FDDD4F47DB244B4023EC3CACC,0A00E3",
        "openemv,3235362D62697420414553207772617070696E67202849534F20323030333829,D0112M3TV16N000018462FA5903B8D2B82FEE26B29713C0BE7ED81601087F12252093D06FC0A012C1CF769AD0E3E9E4877166AB013FC22B4,767361707064642032454552206B6479,B29D42",
        "psec,AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB,B0096M3TC00E0000D578DACC2286C7D10F20DEA88799CA8A2F44E0CC21226A2158D5DC8FD5C78E621327DA956C678808,CCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD,",
        "psec,AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCC,B0096M3TC00E0000C7C6FE86A5DE769C20DCA238C52341378B484D544A9764D43963C3B2824AE56C2D07A565DD3AB342,CCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD,",
        "psec,89E88CF7931444F334BD7547FC3F380C,B0120P0TE12E0100KS1800604B120F9292800000E6E28F097CB0350B2EB2DF520947F779FA34D9759CEE7E0DEEACF8353DB778D47FA4EC20DA3A9754,F039121BEC83D26B169BDCD5B22AAF8F,",
    })
    void opensAndRemakesPublishedBlocks(
            String source, String protection, String block, String key, String checkValue) {
        ProtectionKey kbpk = protection(block, protection);
        try (KeyBlocks.Unwrapped unwrapped = KeyBlocks.unwrap(block, kbpk)) {
            assertThat(unwrapped.key().bytes()).as(source).isEqualTo(hex(key));
            if (checkValue != null) {
                assertThat(checkValues(unwrapped.key())).contains(checkValue);
            }
            byte[] data = KeyBlocks.opened(block, HeaderReader.read(block), kbpk);
            assertThat(KeyBlocks.sealed(unwrapped.header(), data, kbpk)).isEqualTo(block);
            assertThat(data).containsOnly(0);
        }
    }

    @Test
    void readsWhatTheHeaderSays() {
        String block =
                "B0104B0TX12S0100KS1800604B120F9292800000"
                        + "BB68BE8680A400D9191AD4ECE45B6E6C0D21C4738A52190E248719E24B433627";
        KeyBlockHeader header = KeyBlocks.claimed(block);
        assertThat(header)
                .isEqualTo(
                        new KeyBlockHeader(
                                KeyBlockVersion.B,
                                KeyUsage.BASE_DERIVATION,
                                KeyAlgorithm.TDEA,
                                'X',
                                "12",
                                'S',
                                List.of(new OptionalBlock("KS", "00604B120F9292800000"))));
    }

    /** psec, tests/test_tr31.py, test_header_load_optional_* and their padding. */
    @Test
    void writesAndReadsOptionalBlocksAsPublished() {
        assertThat(header(new OptionalBlock("KS", "00604B120F9292")).text(0))
                .isEqualTo("B0040P0TE00N0200KS1200604B120F9292PB0600");
        assertThat(
                        header(
                                        new OptionalBlock("KS", "00604B120F9292800000"),
                                        new OptionalBlock("T1", ""),
                                        new OptionalBlock("T2", "00"))
                                .text(0))
                .isEqualTo("B0056P0TE00N0400KS1800604B120F9292800000T104T20600PB0600");
        String longer = "B0288P0TE00N0200KS0002010A" + "P".repeat(256) + "PB0600";
        assertThat(header(new OptionalBlock("KS", "P".repeat(256))).text(0)).isEqualTo(longer);
        assertThat(KeyBlocks.claimed(longer).optional())
                .containsExactly(new OptionalBlock("KS", "P".repeat(256)));
        String extended = "B0048P0TE00N0200KS00011600604B120F9292PB0A000000";
        assertThat(KeyBlocks.claimed(extended).optional())
                .containsExactly(new OptionalBlock("KS", "00604B120F9292"));
    }

    /**
     * Refused as psec refuses them; the last two are genuine blocks under a key of sixteen letters
     * E, one with a key of no bits, one whose key is longer than its payload.
     */
    @ParameterizedTest
    @CsvSource({
        "KEY_BLOCK_LENGTH,B0040P0TE00N0000",
        "KEY_BLOCK_LENGTH,B0000",
        "KEY_BLOCK_LENGTH,BX040P0TE00N0000",
        "KEY_BLOCK_VERSION,A0088M3TC00E000062C2C14D8785A01A9E8283525CA96F490D0CC6346FC7C2AC1E6FF354468910379AA5BBA6",
        "KEY_BLOCK_VERSION,C0088M3TC00E0000A53CF172FE6562E7FDD5E6482E8925DA46F7FFE4D1BAD49EB33A9EDBB96A8A8D39F13A31",
        "KEY_BLOCK_LENGTH,B0088M3TC00E000062C2C14D8785A01A9E8283525CA96F490D0CC6346FC7C2AC1E6FF354468910379AA5BBAX",
        "KEY_BLOCK_HEADER,B0096M3TC00E0000D578DACC2286C7D10F20DEA88799CA8A2F44E0CC21226A2158D5DC8FD5C78E621327DA956C67880X",
        "KEY_BLOCK_HEADER,B0096M3TC00E0000d578DACC2286C7D10F20DEA88799CA8A2F44E0CC21226A2158D5DC8FD5C78E621327DA956C678808",
        "KEY_BLOCK_LENGTH,B0024M3TC00E00009AA5BBA6",
        "KEY_BLOCK_LENGTH,B0032M3TC00E0000FFFFFFFF9AA5BBA6",
        "KEY_BLOCK_MAC,B0064M3TC00E0000BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBFFFFFFFF9AA5BBA6",
        "KEY_BLOCK_PADDING,B0064M3TC00E000013F1B06566ECAE897A6DF8C7AA651FCEF9480447EEEC9933",
        "KEY_BLOCK_PADDING,B0064M3TC00E00000398DC96A5DDB0EF61E26F8935173BD478DF9484050A672A",
    })
    void refusesWhatPsecRefuses(String code, String block) {
        assertRefused(code, block, protection(block, "45".repeat(16)));
    }

    /** psec, the same file: DES of single length, masked to 24 bytes; genuine and too short. */
    @Test
    void refusesASingleDesKey() {
        assertRefused(
                "KEY_BLOCK_PADDING",
                "B0096M3TC00E0000B6CD513680EF255FC0DC590726FD0129"
                        + "A7CF6602E7F271631AB4EE7350642F11181AF4CC12F12FD9",
                protection("B", "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB"));
    }

    /** psec, test_header_block_load_exceptions, with the length set to the block's. */
    @ParameterizedTest
    @CsvSource({
        "01,''",
        "01,K",
        "01,KS",
        "01,KS1",
        "01,KS1Y",
        "01,KS02",
        "01,KS071",
        "01,KS00",
        "01,KS001S",
        "01,KS0000",
        "01,KS0001",
        "01,KS00010H",
        "01,KS000101",
        "01,KS0001FF",
        "02,KS07000T",
        "02,KS04TT1X",
        "02,KS04TT03",
        "02,KS04TT05",
        "02,KS04TT0000",
        "02,KS04TT00011F",
        "01,**04",
        "02,KS0600??04",
        "02,KS04TT05\u00FF",
        "02,KS08AAAAKS08AAAA",
        "02,PB08AAAAKS08AAAA",
        "01,KS06AA",
        "0X,''",
    })
    void refusesMalformedOptionalBlocks(String count, String blocks) {
        String text = "%04dP0TE00N".formatted(16 + blocks.length()) + count + "00" + blocks;
        assertRefused("KEY_BLOCK_HEADER", "B" + text, protection("B", "45".repeat(16)));
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_BLOCK_USAGE,B0016Z9TE00N0000",
        "KEY_BLOCK_USAGE,B0016P0HE00N0000",
        "KEY_BLOCK_USAGE,B0016P0TX00N0000",
        "KEY_BLOCK_HEADER,B0016P0TE0_N0000",
        "KEY_BLOCK_HEADER,B0016P0TE00X0000",
        "KEY_BLOCK_HEADER,B0016P0TE00N0001",
        "KEY_BLOCK_VERSION,_0016P0TE00N0000",
    })
    void refusesFieldsThatAreNone(String code, String block) {
        assertRefused(code, block, protection("B", "45".repeat(16)));
    }

    private static void assertRefused(String code, String block, ProtectionKey protection) {
        assertThatThrownBy(() -> KeyBlocks.unwrap(block, protection))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static KeyBlockHeader header(OptionalBlock... blocks) {
        return new KeyBlockHeader(
                KeyBlockVersion.B,
                KeyUsage.PIN_ENCRYPTION,
                KeyAlgorithm.TDEA,
                'E',
                "00",
                'N',
                List.of(blocks));
    }

    private static List<String> checkValues(ClearKey key) {
        return List.of(
                KeyCheckValue.of(key, KeyCheckValue.Method.LEGACY).hex6(),
                KeyCheckValue.of(key, KeyCheckValue.Method.CMAC).hex6());
    }

    private static ProtectionKey protection(String block, String hex) {
        KeyAlgorithm algorithm = block.startsWith("D") ? KeyAlgorithm.AES : KeyAlgorithm.TDEA;
        byte[] key = hex(hex);
        return ProtectionKey.of(new ClearKey(KeyKind.of(algorithm, key.length).orElseThrow(), key));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
