package io.cardloom.portal.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.Reading;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.RunState;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator can do to a run in its present state. */
final class RunSteps {

    private final CurrentActor current;
    private final ProductionRuns runs;
    private final Runnable redraw;

    RunSteps(CurrentActor current, ProductionRuns runs, Runnable redraw) {
        this.current = current;
        this.runs = runs;
        this.redraw = redraw;
    }

    Component[] buttons(ProductionRun run) {
        Actor actor = current.actor();
        List<Component> buttons = new ArrayList<>();
        if (actor.may(Permission.RELEASE_RUN)) {
            if (run.state() == RunState.PLANNED || run.state() == RunState.ON_HOLD) {
                buttons.add(new Button("Cancel run", e -> cancel(run)));
            }
            if (run.state() == RunState.PLANNED) {
                buttons.add(primary("Release", () -> release(run)));
            }
            if (run.state().moving()) {
                buttons.add(new Button("Hold", e -> hold(run)));
            }
            if (run.state() == RunState.ON_HOLD) {
                buttons.add(primary("Resume", () -> resume(run)));
            }
            if (run.state() == RunState.PRODUCED) {
                buttons.add(primary("Count and close", () -> reconcile(run)));
            }
        }
        return buttons.toArray(Component[]::new);
    }

    private static Button primary(String label, Runnable act) {
        Button button = new Button(label, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void release(ProductionRun run) {
        IntegerField stock = plastics("Plastics counted out", run.cards());
        stock.setHelperText(
                "At least "
                        + Reading.number(run.cards())
                        + "; more if some may spoil. Every one has to be found again at the end.");
        new Ask(
                        "Release this run",
                        "Release",
                        () -> act("Released.", () -> runs.release(actor(), run.id(), value(stock))))
                .saying("Whoever approved the design cannot release its run.")
                .with(stock)
                .open();
    }

    private void hold(ProductionRun run) {
        Ask.reason(
                        "Hold this run",
                        "The card in hand is finished; no further one is begun.",
                        "Hold",
                        reason -> runs.hold(actor(), run.id(), reason))
                .openThen(redraw);
    }

    private void resume(ProductionRun run) {
        if (act("Resumed.", () -> runs.resume(actor(), run.id()))) {
            redraw.run();
        }
    }

    private void cancel(ProductionRun run) {
        Ask.reason(
                        "Cancel this run",
                        "Its cards can be planned again by another schedule.",
                        "Cancel the run",
                        reason -> runs.cancel(actor(), run.id(), reason))
                .grave()
                .openThen(redraw);
    }

    private void reconcile(ProductionRun run) {
        int expected = run.stock() - run.good() - run.spoiled() - run.destroyed();
        IntegerField left = plastics("Plastics left over, as you counted them", null);
        new Ask(
                        "Count and close",
                        "Close the run",
                        () ->
                                act(
                                        "Counted and closed. The account data are purged.",
                                        () -> runs.reconcile(actor(), run.id(), value(left))))
                .saying(
                        Reading.number(run.stock())
                                + " counted out, "
                                + Reading.number(run.good())
                                + " good, "
                                + Reading.number(run.spoiled() + run.destroyed())
                                + " spoiled or destroyed. The run closes only when the plastics add"
                                + " up"
                                + (expected < 0 ? "; they cannot yet." : "."))
                .with(left)
                .open();
    }

    private boolean act(String done, Runnable work) {
        boolean worked = Attempt.to(work);
        if (worked) {
            Notice.done(done);
            redraw.run();
        }
        return worked;
    }

    private Actor actor() {
        return current.actor();
    }

    private static IntegerField plastics(String label, @Nullable Integer preset) {
        IntegerField field = new IntegerField(label);
        field.setMin(0);
        field.setStepButtonsVisible(true);
        if (preset != null) {
            field.setValue(preset);
        }
        return field;
    }

    private static int value(IntegerField field) {
        @Nullable Integer value = field.getValue();
        return value == null ? 0 : value;
    }
}
