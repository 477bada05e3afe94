package io.cardloom.production.tlv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagDictionaryTest {

    @Test
    void knowsNamesAndFormatsOfTheTagsWeUse() {
        TagMeaning pan = TagDictionary.emv().meaning(Tag.of("5A")).orElseThrow();
        assertThat(pan.name()).isEqualTo("Application Primary Account Number (PAN)");
        assertThat(pan.format()).isEqualTo(TagFormat.CN);
        assertThat(pan.allows(10)).isTrue();
        assertThat(pan.allows(11)).isFalse();
        assertThat(TagDictionary.emv().meaning(Tag.of("DF01"))).isEmpty();
    }

    @Test
    void isSoundInItself() {
        assertThat(TagDictionary.emv().all())
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        m -> {
                            assertThat(m.min()).isBetween(0, m.max());
                            assertThat(m.name()).isNotBlank();
                            if (m.tag().isConstructed()) {
                                assertThat(m.format()).isIn(TagFormat.VAR, TagFormat.B);
                            }
                        });
    }
}
