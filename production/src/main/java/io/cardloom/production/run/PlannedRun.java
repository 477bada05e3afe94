package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.output.DestinationId;
import java.time.Instant;

/**
 * What a schedule asks for.
 *
 * @param occurrence which of the schedule's times this is, as the schedule's own clock shows it, at
 *     most 40 characters; the same occurrence never makes a second run
 * @param plannedFor the time itself
 * @param atMost cards of the run; the rest of the order waits for another occurrence
 */
public record PlannedRun(
        ScheduleId schedule,
        String occurrence,
        Instant plannedFor,
        CardOrderId order,
        DestinationId destination,
        int atMost) {}
