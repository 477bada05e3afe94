package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
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
        assertThatThrownBy(() -> EditPlan.of(document, command, EditPlan.Side.ISSUER))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void everyEditIsTakenBackByItsInverse() {
        EditPlan added =
                EditPlan.of(
                        BLANK, new EditCommand.AddLayer(ONE, Layers.text()), EditPlan.Side.ISSUER);
        EditPlan moved =
                EditPlan.of(
                        added.document(),
                        set(Map.of("x", 7, "text", "Seven")),
                        EditPlan.Side.ISSUER);
        EditPlan removed =
                EditPlan.of(
                        moved.document(), new EditCommand.RemoveLayer(ONE), EditPlan.Side.ISSUER);

        assertThat(removed.document()).isEqualTo(BLANK);
        assertThat(
                        EditPlan.of(removed.document(), removed.inverse(), EditPlan.Side.ISSUER)
                                .document())
                .isEqualTo(moved.document());
        assertThat(EditPlan.of(moved.document(), moved.inverse(), EditPlan.Side.ISSUER).document())
                .isEqualTo(added.document());
        assertThat(EditPlan.of(added.document(), added.inverse(), EditPlan.Side.ISSUER).document())
                .isEqualTo(BLANK);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        DesignDocument moved =
                EditPlan.of(WITH_TEXT, set(Map.of("x", 7)), EditPlan.Side.ISSUER).document();

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
        DesignDocument locked =
                EditPlan.of(WITH_TEXT, set(Map.of("locked", true)), EditPlan.Side.ISSUER)
                        .document();

        refused("LAYER_LOCKED", locked, set(Map.of("x", 7)));
        refused("LAYER_LOCKED", locked, set(Map.of("hidden", true)));
        refused("LAYER_LOCKED", locked, new EditCommand.RemoveLayer(ONE));
        assertThat(
                        EditPlan.of(locked, set(Map.of("locked", false)), EditPlan.Side.ISSUER)
                                .document())
                .isEqualTo(WITH_TEXT);
    }

    @Test
    void refusesAnotherTypeAndNoChangeAndAStrangeProperty() {
        refused("TYPE_FIXED", WITH_TEXT, set(Map.of("type", "shape")));
        refused("NOTHING_CHANGES", WITH_TEXT, set(Map.of()));
        refused("PROPERTY_UNKNOWN", WITH_TEXT, set(Map.of("fill", "#000000")));
        refused("LENGTH_OUT_OF_RANGE", WITH_TEXT, set(Map.of("width", 0)));
    }

    private static EditCommand all(EditCommand.One... ones) {
        return new EditCommand.All(List.of(ones));
    }

    @Test
    void takesSeveralChangesAsOneEditAndTakesThemBackInReverse() {
        LayerId two = Layers.id(2);
        EditPlan plan =
                EditPlan.of(
                        WITH_TEXT,
                        all(
                                new EditCommand.RemoveLayer(ONE),
                                new EditCommand.AddLayer(two, Layers.shape()),
                                new EditCommand.SetProperties(two, Map.of("x", 5)),
                                new EditCommand.SetProperties(two, Map.of("radius", 900))),
                        EditPlan.Side.ISSUER);

        assertThat(plan.document().layers()).containsOnlyKeys(two);
        assertThat(plan.document().layers().get(two))
                .satisfies(layer -> assertThat(layer.box().x()).isEqualTo(5));
        assertThat(EditPlan.of(plan.document(), plan.inverse(), EditPlan.Side.ISSUER).document())
                .isEqualTo(WITH_TEXT);
    }

    @Test
    void doesNothingOfSeveralChangesWhenOneIsRefused() {
        refused(
                "LAYER_GONE",
                WITH_TEXT,
                all(
                        new EditCommand.SetProperties(ONE, Map.of("x", 5)),
                        new EditCommand.RemoveLayer(Layers.id(7))));
        assertThatThrownBy(() -> new EditCommand.All(List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("EDIT_SIZE"));
    }

    @Test
    void keepsAPropertyThatWasLeftOutAsItsDefaultWhenTakenBack() {
        EditPlan spaced =
                EditPlan.of(WITH_TEXT, set(Map.of("tracking", 50)), EditPlan.Side.PARTNER);

        assertThat(spaced.inverse())
                .isEqualTo(new EditCommand.SetProperties(ONE, Map.of("tracking", 0)));
    }

    @Test
    void letsTheIssuerAloneDecideAboutAMandatoryLayer() {
        DesignDocument mandatory =
                EditPlan.of(WITH_TEXT, set(Map.of("mandatory", true)), EditPlan.Side.ISSUER)
                        .document();
        for (EditCommand command :
                new EditCommand[] {
                    set(Map.of("x", 7)),
                    set(Map.of("mandatory", false)),
                    new EditCommand.RemoveLayer(ONE),
                    all(new EditCommand.SetProperties(ONE, Map.of("x", 7)))
                }) {
            assertThatThrownBy(() -> EditPlan.of(mandatory, command, EditPlan.Side.PARTNER))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("LAYER_MANDATORY"));
            assertThat(EditPlan.of(mandatory, command, EditPlan.Side.ISSUER)).isNotNull();
        }
        assertThatThrownBy(
                        () ->
                                EditPlan.of(
                                        WITH_TEXT,
                                        set(Map.of("mandatory", true)),
                                        EditPlan.Side.PARTNER))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void blursAsManyPicturesAsAreDrawnInGoodTime() {
        DesignDocument document = BLANK;
        for (int i = 0; i <= EditPlan.MOST_BLURS; i++) {
            document = document.with(Layers.id(i), Layers.image());
        }
        for (int i = 0; i < EditPlan.MOST_BLURS; i++) {
            document = EditPlan.of(document, blur(i, 900), EditPlan.Side.PARTNER).document();
        }

        refused("BLURS_TOO_MANY", document, blur(EditPlan.MOST_BLURS, 1));

        DesignDocument sharper =
                EditPlan.of(document, blur(0, 0), EditPlan.Side.PARTNER).document();
        assertThat(EditPlan.of(sharper, blur(EditPlan.MOST_BLURS, 1), EditPlan.Side.PARTNER))
                .isNotNull();
    }

    private static EditCommand blur(int layer, int micrometers) {
        return new EditCommand.SetProperties(Layers.id(layer), Map.of("blur", micrometers));
    }
}
