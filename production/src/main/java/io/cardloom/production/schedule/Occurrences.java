package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.run.PlannedRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a fired time into the plan of one run. */
@Component
class Occurrences {

    private final TenantWork work;
    private final ScheduleRepository rows;
    private final ProductionRuns runs;
    private final Alarm alarm;

    Occurrences(TenantWork work, ScheduleRepository rows, ProductionRuns runs, Alarm alarm) {
        this.work = work;
        this.rows = rows;
        this.runs = runs;
        this.alarm = alarm;
    }

    /** Plans the run of this time, once; a schedule with nothing left to plan ends. */
    Optional<RunId> fire(TenantId tenant, ScheduleId schedule, Instant fired) {
        Optional<PlannedRun> plan =
                work.read(
                        tenant,
                        () ->
                                rows.find(tenant, schedule)
                                        .filter(r -> !r.ended)
                                        .map(r -> planned(r, fired)));
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Optional<RunId> run = runs.plan(tenant, plan.get());
        work.run(tenant, () -> ended(tenant, schedule, run.isEmpty()));
        return run;
    }

    private void ended(TenantId tenant, ScheduleId schedule, boolean nothingLeft) {
        ScheduleRow row = rows.find(tenant, schedule).orElseThrow();
        if (row.onceAt != null || nothingLeft) {
            row.ended = true;
            alarm.clear(schedule);
        }
    }

    private static PlannedRun planned(ScheduleRow row, Instant fired) {
        return new PlannedRun(
                new ScheduleId(row.id),
                occurrence(row, fired),
                row.onceAt == null ? fired : row.onceAt,
                new CardOrderId(row.orderId),
                new DestinationId(row.destinationId),
                row.cardsPerRun);
    }

    /**
     * What the schedule's own clock shows: an hour that comes twice in autumn is one occurrence.
     */
    private static String occurrence(ScheduleRow row, Instant fired) {
        return row.onceAt != null
                ? "once"
                : LocalDateTime.ofInstant(fired, ZoneId.of(row.zone))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }
}
