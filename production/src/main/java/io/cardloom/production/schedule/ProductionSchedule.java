package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.output.DestinationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which an order's runs are planned.
 *
 * @param next its next time; null when it has ended
 * @param ended whether it will plan no further run
 */
public record ProductionSchedule(
        ScheduleId id,
        CardOrderId order,
        DestinationId destination,
        Timing timing,
        @Nullable Instant next,
        boolean ended) {}
