package io.cardloom.production.magstripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeFormatTest {

    @ParameterizedTest
    @CsvSource({
        "'{PVKI}{PVV}{CVV}', 18523361",
        "'00000{CVV}', 00000361",
        "'{CVV}{PSN}00', 3610700",
        "'', ''",
    })
    void fillsAPatternWithTheValuesOfACard(String pattern, String data) {
        DiscretionaryPattern parsed = new DiscretionaryPattern(pattern);
        assertThat(
                        parsed.filled(
                                value ->
                                        switch (value) {
                                            case PVKI -> "1";
                                            case PVV -> "8523";
                                            case OFFSET -> "2580";
                                            case CVV -> "361";
                                            case PSN -> "07";
                                        }))
                .isEqualTo(data);
        assertThat(parsed.length(4)).isEqualTo(data.length());
    }

    @ParameterizedTest
    @CsvSource({
        "'{CVV}{CVV}'",
        "'{cvv}'",
        "'{CVV'",
        "'CVV'",
        "'{PIN}'",
        "' 0'",
        "'A'",
        "'{CVV}\n'"
    })
    void refusesPatternsThatAreNone(String pattern) {
        refused("STRIPE_PATTERN", pattern, "");
        refused("STRIPE_PATTERN", "", pattern);
    }

    @Test
    void refusesMoreThanTheTracksHold() {
        assertThat(StripeFormat.of("0".repeat(21), "0".repeat(10)).track1().length(4))
                .isEqualTo(21);
        refused("STRIPE_PATTERN_LENGTH", "0".repeat(22), "");
        refused("STRIPE_PATTERN_LENGTH", "", "0".repeat(8) + "{CVV}");
        refused("STRIPE_PATTERN", "0".repeat(201), "");
    }

    @Test
    void answersAnyTextWithAPatternOrTheDocumentedRefusal() {
        Random random = new Random(7813);
        String letters = "{}PVKICSN01 9a";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(9); c > 0; c--) {
                text.append(
                        random.nextInt(3) == 0
                                ? "{CVV}"
                                : String.valueOf(letters.charAt(random.nextInt(letters.length()))));
            }
            try {
                DiscretionaryPattern pattern = new DiscretionaryPattern(text.toString());
                assertThat(pattern.filled(v -> "9".repeat(v.digits(4)))).matches("[0-9]*");
            } catch (Refusal e) {
                assertThat(e.code()).isEqualTo("STRIPE_PATTERN");
            }
        }
    }

    private static void refused(String code, String track1, String track2) {
        assertThatThrownBy(() -> StripeFormat.of(track1, track2))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
