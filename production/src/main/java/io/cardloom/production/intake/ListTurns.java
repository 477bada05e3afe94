package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides which process takes in a list that was handed over: one at a time. */
@Component
class ListTurns {

    /** Whoever gave no sign for so long has lost the list to whoever comes next. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private final IntakeRepository rows;
    private final TenantWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListTurns(
            IntakeRepository rows, TenantWork work, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** How a process stands to a list that it would take in. */
    sealed interface Turn {
        /** There is none any more. */
        record Over() implements Turn {}

        /** Another process has it. */
        record Theirs() implements Turn {}

        record Mine(int fence, ProgramId program, boolean cancelled) implements Turn {}
    }

    /** Takes the list when nobody has it, or whoever had it fell silent. */
    Turn of(TenantId tenant, CardOrderId order) {
        return work.call(tenant, () -> turn(tenant, order));
    }

    private Turn turn(TenantId tenant, CardOrderId order) {
        IntakeRow row = rows.hold(tenant, order).orElse(null);
        if (row == null) {
            return new Turn.Over();
        }
        if (row.fence > 0 && row.beatAt.isAfter(clock.instant().minus(SILENCE))) {
            return new Turn.Theirs();
        }
        row.fence++;
        row.beatAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.rowsRead = 0;
        row.rowsWrong = 0;
        row.bytesRead = 0;
        events.publishEvent(new IntakeMoved(tenant, order));
        return new Turn.Mine(row.fence, new ProgramId(row.programId), row.cancelWanted);
    }
}
