package io.cardloom.production.run;

import io.cardloom.production.output.StepWatcher;
import io.cardloom.production.output.StepWatcher.Moment;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what will be done before it is done, and what came of it afterwards, each committed. */
@Component
class StepJournal {

    private final TenantWork work;
    private final RunBook book;
    private final StepRepository steps;
    private final Clock clock;
    private final ObjectProvider<StepWatcher> watchers;

    StepJournal(
            TenantWork work,
            RunBook book,
            StepRepository steps,
            Clock clock,
            ObjectProvider<StepWatcher> watchers) {
        this.work = work;
        this.book = book;
        this.steps = steps;
        this.clock = clock;
        this.watchers = watchers;
    }

    /** Which step of what. */
    record Step(Lease lease, int number, String name) {}

    /**
     * Does one step.
     *
     * @param intent claims what the step needs on the locked run; false when there is nothing to do
     *     any more, and nothing is written
     * @param effect touches the world, outside of any transaction
     * @param outcome writes down what came of it and calls it by a word
     * @return whether the step was done
     */
    <T> boolean take(
            Step step,
            Predicate<RunRow> intent,
            Supplier<T> effect,
            BiFunction<RunRow, T, String> outcome) {
        tell(step, Moment.BEFORE_INTENT);
        String id = work.apart(step.lease().tenant(), () -> intended(step, intent));
        if (id.isEmpty()) {
            return false;
        }
        tell(step, Moment.AFTER_INTENT);
        T result = effect.get();
        tell(step, Moment.AFTER_EFFECT);
        work.apart(
                step.lease().tenant(),
                () -> {
                    RunRow row = book.locked(step.lease().tenant(), step.lease().run());
                    StepRow entry =
                            steps.find(step.lease().tenant(), id)
                                    .orElseThrow(
                                            () -> new IllegalStateException("an intent is gone"));
                    entry.endedAt = book.now();
                    entry.outcome = outcome.apply(row, result);
                    return Boolean.TRUE;
                });
        tell(step, Moment.AFTER_OUTCOME);
        return true;
    }

    private String intended(Step step, Predicate<RunRow> intent) {
        Lease lease = step.lease();
        if (!intent.test(book.fenced(lease))) {
            return "";
        }
        StepRow entry = new StepRow();
        entry.id = Identifier.next("stp", clock);
        entry.runId = lease.run().value();
        entry.number = step.number();
        entry.step = step.name();
        entry.attempt = steps.attempts(lease.tenant(), lease.run(), step.number(), step.name()) + 1;
        entry.fence = lease.fence();
        entry.intendedAt = book.now();
        steps.add(lease.tenant(), entry);
        return entry.id;
    }

    /** Tells all watchers where we are. */
    void tell(Step step, Moment moment) {
        watchers.orderedStream()
                .forEach(w -> w.at(step.lease().run(), step.number(), step.name(), moment));
    }
}
