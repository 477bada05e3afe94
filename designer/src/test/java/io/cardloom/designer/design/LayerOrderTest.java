package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayerOrderTest {

    @Test
    void findsRoomBetweenAnyTwoNeighbors() {
        Random random = new Random(20261122);
        List<String> stack = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(stack.size() + 1);
            @Nullable String below = at == 0 ? null : stack.get(at - 1);
            @Nullable String above = at == stack.size() ? null : stack.get(at);
            String made = LayerOrder.between(below, above);
            Checks.order(made);
            assertThat(made).doesNotEndWith("0");
            stack.add(at, made);
        }
        assertThat(stack).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void staysShortWhereLayersAreOnlyPutOnTop() {
        @Nullable String top = null;
        for (int i = 0; i < DesignDocument.MOST_LAYERS; i++) {
            top = LayerOrder.between(top, null);
        }
        assertThat(top).hasSizeLessThan(12);
    }

    @Test
    void refusesWhereThereIsNoRoom() {
        assertThatThrownBy(() -> LayerOrder.between("b", "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LayerOrder.between("a", "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LayerOrder.between(null, "0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
