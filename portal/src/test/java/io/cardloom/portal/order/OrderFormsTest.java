package io.cardloom.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFormsTest {

    @Test
    void asksForAnApprovedDesignAFileAndAName(@TempDir Path folder) {
        refused("ORDER_NEEDS_APPROVED_DESIGN", () -> OrderRules.requireApproved(List.of()));
        Path file = folder.resolve("list.p7m");
        refused("ORDER_FILE_MISSING", () -> OrderRules.whole(null, "Spring"));
        refused("ORDER_NAME_MISSING", () -> OrderRules.whole(file, ""));
        assertThat(OrderRules.whole(file, "Spring")).isEqualTo(file);
    }

    @Test
    void asksForSomewhereToMakeAnOrder() {
        refused("SCHEDULE_NEEDS_DESTINATION", () -> ScheduleDialog.requireDestination(List.of()));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
