package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditPlanTest {

    private static final CardBodyId BODY = new CardBodyId("bod_00000000000000000000000001");
    private static final LayerId ONE = Layers.id(1);
    private static final DesignDocument BLANK = DesignDocument.blank(BODY);
    private static final DesignDocument WITH_TEXT = BLANK.with(ONE, Layers.text());

    private static EditCommand set(Map<String, Object> changes) {
        return new EditCommand.SetProperties(ONE, changes);
    }

    private static void refused(String code, DesignDocument document, EditCommand command) {
        assertThatThrownBy(() -> EditPlan.of(document, command))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void everyEditIsTakenBackByItsInverse() {
        EditPlan added = EditPlan.of(BLANK, new EditCommand.AddLayer(ONE, Layers.text()));
        EditPlan moved = EditPlan.of(added.document(), set(Map.of("x", 7, "text", "Seven")));
        EditPlan removed = EditPlan.of(moved.document(), new EditCommand.RemoveLayer(ONE));

        assertThat(removed.document()).isEqualTo(BLANK);
        assertThat(EditPlan.of(removed.document(), removed.inverse()).document())
                .isEqualTo(moved.document());
        assertThat(EditPlan.of(moved.document(), moved.inverse()).document())
                .isEqualTo(added.document());
        assertThat(EditPlan.of(added.document(), added.inverse()).document()).isEqualTo(BLANK);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        DesignDocument moved = EditPlan.of(WITH_TEXT, set(Map.of("x", 7))).document();

        assertThat(moved.layers().get(ONE))
                .isEqualTo(
                        Layer.of(
                                Layers.text().face(),
                                Layers.text().order(),
                                Layers.text().name(),
                                new Box(7, 5_000, 40_000, 5_000, 0),
                                Layers.text().content()));
    }

    @Test
    void refusesAnEditOnALayerThatIsGone() {
        refused("LAYER_GONE", BLANK, set(Map.of("x", 7)));
        refused("LAYER_GONE", BLANK, new EditCommand.RemoveLayer(ONE));
    }

    @Test
    void refusesASecondLayerOfOneId() {
        refused("LAYER_EXISTS", WITH_TEXT, new EditCommand.AddLayer(ONE, Layers.shape()));
    }

    @Test
    void refusesEveryEditButUnlockingOnALockedLayer() {
        DesignDocument locked = EditPlan.of(WITH_TEXT, set(Map.of("locked", true))).document();

        refused("LAYER_LOCKED", locked, set(Map.of("x", 7)));
        refused("LAYER_LOCKED", locked, set(Map.of("hidden", true)));
        refused("LAYER_LOCKED", locked, new EditCommand.RemoveLayer(ONE));
        assertThat(EditPlan.of(locked, set(Map.of("locked", false))).document())
                .isEqualTo(WITH_TEXT);
    }

    @Test
    void refusesAnotherTypeAndNoChangeAndAStrangeProperty() {
        refused("TYPE_FIXED", WITH_TEXT, set(Map.of("type", "shape")));
        refused("NOTHING_CHANGES", WITH_TEXT, set(Map.of()));
        refused("PROPERTY_UNKNOWN", WITH_TEXT, set(Map.of("fill", "#000000")));
        refused("LENGTH_OUT_OF_RANGE", WITH_TEXT, set(Map.of("width", 0)));
    }
}
