package io.cardloom.production.run;

import io.cardloom.production.emv.ProductionLoad;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether a run is being prepared or its cards are being made, here or on another node. */
@Component
class RunLoad implements ProductionLoad {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final RunRepository runs;
    private final Tenants tenants;
    private final TenantWork work;
    private final Clock clock;
    private Instant asked = Instant.EPOCH;
    private boolean busy;

    RunLoad(RunRepository runs, Tenants tenants, TenantWork work, Clock clock) {
        this.runs = runs;
        this.tenants = tenants;
        this.work = work;
        this.clock = clock;
    }

    /** At most a second old. */
    @Override
    public synchronized boolean busy() {
        Instant now = clock.instant();
        if (!asked.plus(FRESH).isAfter(now)) {
            busy =
                    tenants.all().stream()
                            .anyMatch(i -> work.read(i.id(), () -> runs.labor(i.id())));
            asked = now;
        }
        return busy;
    }
}
