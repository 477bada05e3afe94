package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CertifiedIssuerTest {

    /** EMV Book 2, 5.1: the length of the card's modulus is that of the issuer's at most. */
    @Test
    void certifiesNoCardsKeyThatIsLongerThanTheIssuers() {
        ChipPublicKey key = new ChipPublicKey(BigInteger.ONE.shiftLeft(1151).setBit(0), 3);
        CertifiedIssuer issuer = new TestAuthority().certified(key, "999900", "9912");
        assertThatCode(() -> issuer.requireRoom(0)).doesNotThrowAnyException();
        assertThatCode(() -> issuer.requireRoom(1152)).doesNotThrowAnyException();
        assertThatThrownBy(() -> issuer.requireRoom(1160))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo("CHIP_KEY_LENGTH"));
    }
}
