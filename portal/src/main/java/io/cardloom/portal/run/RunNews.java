package io.cardloom.portal.run;

import com.vaadin.flow.component.Component;
import io.cardloom.portal.component.Beat;
import io.cardloom.production.RunId;
import io.cardloom.production.output.StepWatcher;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.production.run.RunChanged;
import io.cardloom.production.run.RunMoved;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open screens that a run moved, at most twice a second each, however fast cards are made.
 * Only names are told; a screen asks the doors again with its own actor.
 */
@org.springframework.stereotype.Component
public class RunNews implements StepWatcher {

    private static final Duration LOOK = Duration.ofSeconds(4);
    private final Beat beat;

    RunNews(ProcessRole role) {
        beat = new Beat("run-news");
        if (!role.holdsKeys()) {
            // The work is done in another process, which tells its own screens only.
            beat.lookingEvery(LOOK);
        }
    }

    @Override
    public void at(RunId run, int number, String step, Moment moment) {
        if (moment == Moment.AFTER_OUTCOME) {
            beat.changed(run);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RunChanged event) {
        beat.changed(event.run());
        beat.changed(event.tenant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RunMoved event) {
        beat.changed(event.run());
        beat.changed(event.tenant());
    }

    /** Calls back in the screen's own UI while it is attached, when this run moved. */
    public void follow(Component screen, RunId run, Runnable redraw) {
        beat.follow(screen, run, redraw);
    }

    /** The same for any run of a tenant. */
    public void follow(Component screen, TenantId tenant, Runnable redraw) {
        beat.follow(screen, tenant, redraw);
    }

    @PreDestroy
    void stop() {
        beat.close();
    }
}
