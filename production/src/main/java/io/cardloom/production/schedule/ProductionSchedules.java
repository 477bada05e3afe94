package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.output.DestinationId;
import io.cardloom.tenancy.permission.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to schedules. */
@Component
public class ProductionSchedules {

    /** Plans an order's runs at a destination; needs SCHEDULE_RUN. */
    public ScheduleId schedule(
            Actor actor, CardOrderId order, DestinationId destination, Timing timing) {
        throw new IllegalStateException("not built yet");
    }

    /** An order's schedules, oldest first. */
    public List<ProductionSchedule> ofOrder(Actor actor, CardOrderId order) {
        throw new IllegalStateException("not built yet");
    }

    /** Ends a schedule; runs it planned stay. */
    public void end(Actor actor, ScheduleId schedule) {
        throw new IllegalStateException("not built yet");
    }
}
