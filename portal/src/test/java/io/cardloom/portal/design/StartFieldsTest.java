package io.cardloom.portal.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StartFieldsTest {

    @Test
    void asksForAProgramAndAPlastic() {
        refused(
                "DESIGN_NEEDS_PROGRAM_AND_BODY",
                () -> StartFields.of(List.<Program>of(), List.<CardBody>of()));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
