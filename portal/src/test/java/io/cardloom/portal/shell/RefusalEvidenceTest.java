package io.cardloom.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalEvidenceTest {

    @Test
    void recordsOurOwnWordsAndIdsAndNothingElseOfAnAddress() {
        assertThat(RefusalEvidence.place("")).isEqualTo("home");
        assertThat(RefusalEvidence.place("card-bodies")).isEqualTo("card-bodies");
        assertThat(RefusalEvidence.place("designs/dsn_01JD0000000000000000000000/edit"))
                .isEqualTo("designs/dsn_01JD0000000000000000000000/edit");
        assertThat(RefusalEvidence.place("designs/5105105105105100/Ada Lind"))
                .isEqualTo("designs/other/other");
        assertThat(RefusalEvidence.place("///")).isEqualTo("home");
        assertThat(RefusalEvidence.place("word/".repeat(60)))
                .hasSizeBetween(1, 120)
                .startsWith("word/word");
    }
}
