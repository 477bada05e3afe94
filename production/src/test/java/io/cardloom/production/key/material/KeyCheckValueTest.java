package io.cardloom.production.key.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCheckValueTest {

    /**
     * TDEA and CMAC: openemv/tr31, test/tr31_decrypt_test.c. AES, zeros encrypted: the hash subkeys
     * of test cases 1, 7 and 13 in the specification of GCM (McGrew and Viega).
     */
    @ParameterizedTest
    @CsvSource({
        "TDEA_DOUBLE,LEGACY,5DB50B454F8389ADCE573BE50861F2BF,5C9405",
        "TDEA_DOUBLE,LEGACY,3F419E1CB7079442AA37474C2EFBF8B8,57C409",
        "TDEA_DOUBLE,LEGACY,E8BC63E5479455E26577F715D587FE68,9A4212",
        "AES_128,CMAC,3F419E1CB7079442AA37474C2EFBF8B8,08793E",
        "AES_256,CMAC,BE19E6A07A760F10EF8E83A226B63AAD141F463FDDD4F47DB244B4023EC3CACC,0A00E3",
        "AES_128,LEGACY,00000000000000000000000000000000,66E94B",
        "AES_192,LEGACY,000000000000000000000000000000000000000000000000,AAE069",
        "AES_256,LEGACY,0000000000000000000000000000000000000000000000000000000000000000,DC95C0",
    })
    void makesThePublishedValues(
            KeyKind kind, KeyCheckValue.Method method, String key, String value) {
        try (ClearKey clear = key(kind, key)) {
            assertThat(KeyCheckValue.of(clear, method).hex6()).isEqualTo(value);
        }
    }

    @Test
    void takesTheWayThatIsUsualForTheAlgorithm() {
        String hex = "3F419E1CB7079442AA37474C2EFBF8B8";
        assertThat(key(KeyKind.TDEA_DOUBLE, hex).checkValue().hex6()).isEqualTo("57C409");
        ClearKey aes = key(KeyKind.AES_128, hex);
        assertThat(aes.checkValue()).isEqualTo(KeyCheckValue.of(aes, KeyCheckValue.Method.CMAC));
        assertThat(aes.checkValue())
                .isNotEqualTo(KeyCheckValue.of(aes, KeyCheckValue.Method.LEGACY));
    }

    @Test
    void makesStrongKeysOfOddParity() {
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            try (ClearKey key = ClearKey.random(KeyKind.TDEA_TRIPLE, random)) {
                assertThat(key.weak()).isFalse();
                for (byte b : key.bytes()) {
                    assertThat(Integer.bitCount(b & 0xFF) % 2).isOne();
                }
            }
        }
        assertThat(key(KeyKind.TDEA_DOUBLE, "01".repeat(8) + "00".repeat(8)).weak()).isTrue();
        assertThat(key(KeyKind.TDEA_TRIPLE, "02".repeat(8) + "04".repeat(16)).weak()).isTrue();
        assertThat(key(KeyKind.AES_128, "00".repeat(16)).weak()).isFalse();
    }

    @Test
    void refusesWhatIsNoCheckValueAndNoKey() {
        assertThat(KeyCheckValue.typed("08 d7 b4").hex6()).isEqualTo("08D7B4");
        assertThatThrownBy(() -> KeyCheckValue.typed("08D7B"))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] wrong = {1, 2, 3};
        assertThatThrownBy(() -> new ClearKey(KeyKind.AES_128, wrong))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(wrong).containsOnly(0);
        assertThat(key(KeyKind.AES_128, "AB".repeat(16)).toString())
                .isEqualTo("ClearKey[REDACTED]");
    }

    private static ClearKey key(KeyKind kind, String hex) {
        return new ClearKey(kind, HexFormat.of().parseHex(hex));
    }
}
