package io.cardloom.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    /** The key order example of RFC 8785, 3.2.3. */
    @Test
    void sortsKeysByCodeUnit() {
        Map<String, Object> keys =
                Map.of(
                        "\u20ac",
                        1,
                        "\r",
                        2,
                        "\ufb33",
                        3,
                        "1",
                        4,
                        "\ud83d\ude00",
                        5,
                        "\u0080",
                        6,
                        "\u00f6",
                        7);
        assertThat(CanonicalJson.write(keys))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,"
                                + "\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    /** The string of RFC 8785, 3.2.2.2. */
    @Test
    void escapesAsLittleAsItMust() {
        assertThat(CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void writesListsNumbersAndNothing() {
        Map<String, Object> map = new HashMap<>();
        map.put("n", null);
        map.put("l", Arrays.asList(1L, true, List.of()));
        assertThat(CanonicalJson.write(map)).isEqualTo("{\"l\":[1,true,[]],\"n\":null}");
    }

    @Test
    void refusesWhatHasNoOneForm() {
        for (Object value : List.of(0.5, 1L << 54, "\ud83d", "\ude00")) {
            assertThatThrownBy(() -> CanonicalJson.write(value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
