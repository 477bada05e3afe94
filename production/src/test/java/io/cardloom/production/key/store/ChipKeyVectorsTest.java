package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.material.KeyCheckValue;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Card keys against the vectors of public projects, named at each test. */
class ChipKeyVectorsTest {

    private static final String IMK = "0123456789ABCDEFFEDCBA9876543210";

    /** knovichikhin/pyemv tests/test_kd_hsm.py: check values of card keys. */
    @ParameterizedTest
    @CsvSource({
        "A, 0123456789ABCDEFFEDCBA9876543210, 12345678901234567, 45, FF08",
        "B, 0123456789ABCDEFFEDCBA9876543210, 12345678901234567, 45, 0BAF",
        "B, 0123456789ABCDEFFEDCBA9876543210, 12345678901234567, 00, 4626",
        "B, 0123456789ABCDEFFEDCBA9876543210, 1234567890123456, 00, BAB0",
        "B, 0123456789ABCDEFFEDCBA9876543210, 123456789012345679, 00, C2F3",
        "B, 0123456789ABCDEFFEDCBA9876543210, 000000000000000005, 23, DD73",
        "B, FEDCBA98765432100123456789ABCDEF, 1234567890123456, 00, F010",
        "A, 01234567899876543210012345678998, 5123456789012345, 00, BB8F"
    })
    void derivesTheCardKeys(char option, String imk, String pan, String psn, String expected) {
        DesPair issuer = PinVectorsTest.pair(imk);
        byte[] key =
                option == 'A'
                        ? IccMasterKey.optionA(issuer::encrypt, pan, psn)
                        : IccMasterKey.optionB(issuer::encrypt, pan, psn);
        assertThat(KeyCheckValue.ofTdea(key).hex6()).startsWith(expected);
    }

    /** knovichikhin/pyemv pyemv/kd.py: a whole key. */
    @Test
    void derivesTheWholeKey() {
        byte[] key =
                IccMasterKey.optionA(PinVectorsTest.pair(IMK)::encrypt, "99012345678901234", "45");
        assertThat(HexFormat.of().withUpperCase().formatHex(key))
                .isEqualTo("67F8292358083E5EA7AB7FDA58D53B6B");
    }

    /**
     * EMV Book 2, A1.4.3; no public vector was found, so the formula is computed again: the digits
     * fill sixteen bytes from the right, and the second block is their complement.
     */
    @ParameterizedTest
    @CsvSource({"16", "24", "32"})
    void derivesAesKeysByTheFormula(int length) throws Exception {
        byte[] imk = new byte[length];
        for (int i = 0; i < length; i++) {
            imk[i] = (byte) i;
        }
        SecretKeySpec issuer = new SecretKeySpec(imk, "AES");
        byte[] key =
                IccMasterKey.aes(
                        blocks -> IccMasterKey.aesBlocks(issuer, blocks),
                        length,
                        "5123456789012345",
                        "07");
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, issuer);
        byte[] first = cipher.doFinal(key, 0, 16);
        assertThat(HexFormat.of().formatHex(first)).isEqualTo("00000000000000512345678901234507");
        assertThat(key).hasSize(length);
        if (length == 32) {
            assertThat(HexFormat.of().formatHex(cipher.doFinal(key, 16, 16)))
                    .isEqualTo("ffffffffffffffaedcba9876fedcbaf8");
        }
    }

    /** jPOS JCESecurityModuleTest, testVerifyDCVVImpl1 and 2; its key is 12345678 four times. */
    @ParameterizedTest
    @CsvSource({"1234567890123456, 422", "123456789012, 719"})
    void makesTheDynamicVerificationValues(String pan, String expected) {
        DesPair issuer = PinVectorsTest.pair("12345678".repeat(4));
        assertThat(issuer.checkValue().hex6()).startsWith("6FB1");
        byte[] key = IccMasterKey.optionA(issuer::encrypt, pan, "00");
        assertThat(new CardVerificationKey(key).dynamicValue(pan, "1310", "226", 0x3210))
                .isEqualTo(expected);
    }
}
