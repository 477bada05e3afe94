package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditHistoryTest {

    private static final PersonId ANN = new PersonId("per_0000000000000000000000000A");
    private static final PersonId BEN = new PersonId("per_0000000000000000000000000B");
    private static final LayerId ONE = Layers.id(1);

    private final List<EditHistory.Past> past = new ArrayList<>();
    private DesignDocument head =
            DesignDocument.blank(new CardBodyId("bod_00000000000000000000000001"));

    private void put(PersonId person, AppliedEdit.Kind kind, long refers, EditCommand command) {
        EditPlan plan = EditPlan.of(head, command, EditPlan.Side.ISSUER);
        head = plan.document();
        past.add(
                new EditHistory.Past(
                        past.size() + 1, person, kind, refers, command, plan.inverse()));
    }

    private void add(PersonId person) {
        put(person, AppliedEdit.Kind.EDIT, 0, new EditCommand.AddLayer(ONE, Layers.text()));
        set(person, Map.of("x", 0, "y", 0));
    }

    private void set(PersonId person, Map<String, Object> changes) {
        put(person, AppliedEdit.Kind.EDIT, 0, new EditCommand.SetProperties(ONE, changes));
    }

    private boolean undo(PersonId person) {
        Optional<EditHistory.Step> step = new EditHistory(past).undo(person, head);
        step.ifPresent(s -> put(person, AppliedEdit.Kind.UNDO, s.refers(), s.command()));
        return step.isPresent();
    }

    private boolean redo(PersonId person) {
        Optional<EditHistory.Step> step = new EditHistory(past).redo(person, head);
        step.ifPresent(s -> put(person, AppliedEdit.Kind.REDO, s.refers(), s.command()));
        return step.isPresent();
    }

    private Box box() {
        return Objects.requireNonNull(head.layers().get(ONE)).box();
    }

    @Test
    void takesBackAndDoesAgainInTheOrderOfAStack() {
        add(ANN);
        set(ANN, Map.of("x", 1));
        set(ANN, Map.of("x", 2));

        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(1);
        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isZero();
        assertThat(redo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(1);
        assertThat(redo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(2);
        assertThat(redo(ANN)).isFalse();
        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(1);
    }

    @Test
    void forgetsWhatCouldBeDoneAgainAfterANewEdit() {
        add(ANN);
        set(ANN, Map.of("x", 1));
        undo(ANN);
        set(ANN, Map.of("y", 5));

        assertThat(redo(ANN)).isFalse();
    }

    @Test
    void leavesWhatSomebodyElseHasChangedSince() {
        add(ANN);
        set(ANN, Map.of("x", 1, "y", 1));
        set(BEN, Map.of("x", 50));

        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(50);
        assertThat(box().y()).isZero();
    }

    @Test
    void passesOverAnEditOfWhichNothingIsLeft() {
        add(ANN);
        set(ANN, Map.of("y", 1));
        set(ANN, Map.of("x", 1));
        set(BEN, Map.of("x", 50));

        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(50);
        assertThat(box().y()).isZero();
    }

    @Test
    void findsOnesOwnWordAgainWhenTheOtherTookTheirsBack() {
        add(ANN);
        set(ANN, Map.of("x", 1));
        set(BEN, Map.of("x", 50));
        assertThat(undo(BEN)).isTrue();
        assertThat(box().x()).isEqualTo(1);

        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isZero();
    }

    @Test
    void doesAgainNoMoreThanItTookBack() {
        add(ANN);
        set(ANN, Map.of("x", 1, "y", 1));
        set(BEN, Map.of("x", 50));
        undo(ANN);

        assertThat(redo(ANN)).isTrue();
        assertThat(box()).isEqualTo(new Box(50, 1, 40_000, 5_000, 0));
        assertThat(undo(ANN)).isTrue();
        assertThat(box()).isEqualTo(new Box(50, 0, 40_000, 5_000, 0));
    }

    @Test
    void doesNotDoAgainWhatSomebodyElseHasChangedMeanwhile() {
        add(ANN);
        set(ANN, Map.of("x", 1));
        undo(ANN);
        set(BEN, Map.of("x", 50));

        assertThat(redo(ANN)).isFalse();
        assertThat(box().x()).isEqualTo(50);
    }

    @Test
    void keepsALayerThatSomebodyElseHasWorkedOn() {
        put(ANN, AppliedEdit.Kind.EDIT, 0, new EditCommand.AddLayer(ONE, Layers.text()));
        set(BEN, Map.of("text", "Ben was here"));

        assertThat(undo(ANN)).isFalse();
        assertThat(undo(BEN)).isTrue();
        assertThat(undo(ANN)).isTrue();
        assertThat(head.layers()).isEmpty();
    }

    @Test
    void bringsBackALayerAsItWasWhenItWasRemoved() {
        add(ANN);
        set(BEN, Map.of("x", 50));
        put(ANN, AppliedEdit.Kind.EDIT, 0, new EditCommand.RemoveLayer(ONE));

        assertThat(undo(BEN)).as("there is no layer to undo on").isFalse();
        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).isEqualTo(50);
        assertThat(redo(ANN)).isTrue();
        assertThat(head.layers()).isEmpty();
    }

    @Test
    void neverTakesBackTheEditOfAnother() {
        add(ANN);

        assertThat(undo(BEN)).isFalse();
        assertThat(redo(BEN)).isFalse();
    }

    @Test
    void takesBackOfSeveralChangesWhatNobodyElseHasChangedSince() {
        LayerId two = Layers.id(2);
        add(ANN);
        put(
                ANN,
                AppliedEdit.Kind.EDIT,
                0,
                new EditCommand.All(
                        List.of(
                                new EditCommand.AddLayer(two, Layers.shape()),
                                new EditCommand.SetProperties(ONE, Map.of("x", 9, "y", 9)))));
        set(BEN, Map.of("x", 5));

        assertThat(undo(ANN)).isTrue();
        assertThat(box().x()).as("Ben's").isEqualTo(5);
        assertThat(box().y()).isZero();
        assertThat(head.layers()).containsOnlyKeys(ONE);
        assertThat(redo(ANN)).isTrue();
        assertThat(box().y()).isEqualTo(9);
        assertThat(head.layers()).containsOnlyKeys(ONE, two);
    }
}
