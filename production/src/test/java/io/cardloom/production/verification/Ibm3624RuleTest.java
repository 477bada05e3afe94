package io.cardloom.production.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class Ibm3624RuleTest {

    private static final String TABLE = "0123456789012345";

    private static void refused(ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("PIN_RULE"));
    }

    @Test
    void takesAPlaceOfTheAccountNumberAndFillsItUp() {
        assertThat(new Ibm3624(TABLE, 4, 12, 'F').validationData("0000123456789012"))
                .isEqualTo("123456789012FFFF");
    }

    @Test
    void refusesATableThatHelpsToGuess() {
        refused(() -> new Ibm3624("0000000000000000", 0, 16, '0'));
        refused(() -> new Ibm3624("0123456012345601", 0, 16, '0'));
        refused(() -> new Ibm3624("012345678901234", 0, 16, '0'));
        refused(() -> new Ibm3624("0123456789ABCDEF", 0, 16, '0'));
    }

    @Test
    void refusesAPlaceThatIsNotThere() {
        refused(() -> new Ibm3624(TABLE, -1, 16, '0'));
        refused(() -> new Ibm3624(TABLE, 0, 0, '0'));
        refused(() -> new Ibm3624(TABLE, 0, 17, '0'));
        refused(() -> new Ibm3624(TABLE, 0, 16, 'G'));
        refused(() -> new Ibm3624(TABLE, 4, 13, 'F').validationData("0000123456789012"));
    }
}
