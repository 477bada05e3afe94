package io.cardloom.portal.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FontDialogTest {

    @Test
    void asksForAFile() {
        refused("FONT_FILE_MISSING", () -> FontDialog.present(null));
        FontDialog.Handed file = new FontDialog.Handed("a.ttf", new byte[1]);
        assertThat(FontDialog.present(file)).isSameAs(file);
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
