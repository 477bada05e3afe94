package io.cardloom.portal.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GuillocheTest {

    @Test
    void drawsTheSameRosetteForTheSameWord() {
        assertThat(Guilloche.svg("designs")).isEqualTo(Guilloche.svg("designs"));
        assertThat(Guilloche.svg("designs")).isNotEqualTo(Guilloche.svg("orders"));
    }

    @Test
    void staysSmallEnoughForAnEmptyList() {
        for (String word : new String[] {"designs", "orders", "runs", "audit", "people"}) {
            assertThat(Guilloche.svg(word).length()).isLessThan(24_000);
        }
    }

    /** The sign-in page has no Java at hand, so its rosette lies in themes as a file. */
    @Test
    void drewTheRosetteOfTheSignInPage() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        getClass()
                                .getResourceAsStream(
                                        "/META-INF/resources/cardloom/guilloche.svg"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Guilloche.svg("cardloom", "0.14"));
        }
    }
}
