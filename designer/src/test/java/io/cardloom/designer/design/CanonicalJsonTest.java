package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** RFC 8785, 3.2.3: the names of the sorting example, by their UTF-16 code units. */
    @Test
    void sortsNamesByUtf16CodeUnitsAsTheStandardShows() {
        String given =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter"
                        + " Dalet With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning"
                        + " Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With"
                        + " Diaeresis\"}";

        assertThat(CanonicalJson.write(CanonicalJson.read(given)))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, 3.2.2.2: what is escaped, and how. */
    @Test
    void escapesNoMoreThanItMust() {
        String given = "\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"";

        assertThat(CanonicalJson.write(CanonicalJson.read(given)))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void writesEmptyAndNestedValues() {
        assertThat(
                        CanonicalJson.write(
                                Map.of(
                                        "b",
                                        List.of(),
                                        "a",
                                        List.of(1, true, Map.of()),
                                        "c",
                                        9_007_199_254_740_991L)))
                .isEqualTo("{\"a\":[1,true,{}],\"b\":[],\"c\":9007199254740991}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "null",
                "{\"a\":null}",
                "{'a':1}",
                "[1,]",
                "{\"a\":NaN}",
                "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]"
            })
    void refusesWhatIsNotOnePlainValue(String json) {
        assertThatThrownBy(() -> CanonicalJson.read(json))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DOCUMENT_NOT_JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "9007199254740992", "123456789012345678901"})
    void refusesNumbersThatAreNotWhole(String json) {
        assertThatThrownBy(() -> CanonicalJson.read(json))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isIn("NUMBER_NOT_INTEGER", "DOCUMENT_NOT_JSON"));
    }

    @Test
    void refusesATextTooLongToRead() {
        String json = "\"" + "a".repeat(CanonicalJson.MOST_CHARACTERS) + "\"";

        assertThatThrownBy(() -> CanonicalJson.read(json))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DOCUMENT_TOO_LARGE"));
    }
}
