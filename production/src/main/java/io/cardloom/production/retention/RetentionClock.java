package io.cardloom.production.retention;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Destroys the account data of orders that nobody closed in time. */
@Component
public class RetentionClock {

    private final Retentions retentions;
    private final Programs programs;
    private final CardOrders orders;
    private final ProductionRuns runs;
    private final Clock clock;

    RetentionClock(
            Retentions retentions,
            Programs programs,
            CardOrders orders,
            ProductionRuns runs,
            Clock clock) {
        this.retentions = retentions;
        this.programs = programs;
        this.orders = orders;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Closes the tenant's orders whose period is over and that have no open run, each in a work of
     * its own and each once however many clocks tick.
     *
     * @return how many were closed
     */
    public int tick(TenantId tenant) {
        int closed = 0;
        for (Program program : programs.list(Actor.system(tenant, "Retention clock"))) {
            int days = retentions.days(tenant, program.id());
            Instant since = clock.instant().minus(Duration.ofDays(days));
            for (CardOrderId order : orders.openSince(tenant, program.id(), since)) {
                if (runs.expire(tenant, order, since)) {
                    closed++;
                }
            }
        }
        return closed;
    }
}
