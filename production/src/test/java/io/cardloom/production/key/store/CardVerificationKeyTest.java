package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.material.KeyCheckValue;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CardVerificationKeyTest {

    /** knovichikhin/psec tests/test_cvv.py, and jPOS JCESecurityModuleTest. */
    @Test
    void makesThePublicVectorsValue() {
        assertThat(key("99999999999999998888888888888888").value("2222222222222222", "3333", "111"))
                .isEqualTo("361");
    }

    /** The worked example of the IBM ICSF manuals for CVV generation. */
    @Test
    void makesTheManualsValue() {
        assertThat(key("0123456789ABCDEFFEDCBA9876543210").value("4123456789012345", "8701", "101"))
                .isEqualTo("561");
    }

    /** The check value of this key is printed in many payment manuals: 08D7B4FB629D0885. */
    @Test
    void showsTheKnownCheckValue() {
        byte[] key = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA98765432100123456789ABCDEF");
        assertThat(KeyCheckValue.ofTdea(key).hex6()).isEqualTo("08D7B4");
        assertThat(key("0123456789ABCDEFFEDCBA9876543210").checkValue().hex6()).isEqualTo("08D7B4");
    }

    private static CardVerificationKey key(String hex) {
        return new CardVerificationKey(HexFormat.of().parseHex(hex));
    }
}
