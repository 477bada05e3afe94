package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Undo reaches two hundred of one's own edits, however many others came between. */
@SpringBootTest
class LongUndoTest {

    private static final LayerId MINE = Layers.id(1);
    private static final LayerId THEIRS = Layers.id(2);

    @Autowired ApplicationContext context;
    @Autowired Designs designs;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void openADesign() {
        brand = CoBrand.found(context);
        design = designs.create(brand.designer(), brand.program(), brand.body().id(), "Long");
        apply(brand.designer(), new EditCommand.AddLayer(MINE, Layers.shape()));
        apply(brand.marketer(), new EditCommand.AddLayer(THEIRS, Layers.shape()));
    }

    private void apply(Actor actor, EditCommand command) {
        designs.apply(actor, design, 0, command, EditOrigin.once());
    }

    private void set(Actor actor, LayerId layer, int x) {
        apply(actor, new EditCommand.SetProperties(layer, Map.of("x", x)));
    }

    private int x(LayerId layer) {
        DesignDocument document = designs.open(brand.designer(), design).document();
        return Objects.requireNonNull(document.layers().get(layer)).box().x();
    }

    @Test
    void takesTwoHundredEditsBackThatManyOthersCameAfter() {
        for (int i = 1; i <= 205; i++) {
            set(brand.designer(), MINE, i);
            set(brand.marketer(), THEIRS, i);
        }
        for (int i = 206; i <= 500; i++) {
            set(brand.marketer(), THEIRS, i);
        }
        for (int i = 0; i < Editing.OWN; i++) {
            designs.undo(brand.designer(), design, EditOrigin.once());
        }

        assertThat(x(MINE)).isEqualTo(5);
        assertThat(x(THEIRS)).isEqualTo(500);
        assertThatThrownBy(() -> designs.undo(brand.designer(), design, EditOrigin.once()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("NOTHING_TO_UNDO"));
        designs.redo(brand.designer(), design, EditOrigin.once());
        assertThat(x(MINE)).isEqualTo(6);
    }
}
