package io.cardloom.production.key.life;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Closes ceremonies that ran out of time, so that no part waits sealed for ever. */
@Component
public class CeremonyClock {

    private final CeremonyRepository repository;
    private final CeremonyDesk desk;
    private final TenantWork work;
    private final Clock clock;

    CeremonyClock(CeremonyRepository repository, CeremonyDesk desk, TenantWork work, Clock clock) {
        this.repository = repository;
        this.desk = desk;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Abandons the tenant's ceremonies whose time is over; each in a work of its own, and each once
     * however many clocks tick. A key whose shares were not all taken away is destroyed, but for
     * one that is in use already: its ceremony stays open for its custodians to end.
     *
     * @return how many were abandoned
     */
    public int tick(TenantId tenant) {
        List<String> over = work.read(tenant, () -> repository.expired(tenant, clock.instant()));
        int abandoned = 0;
        for (String id : over) {
            if (work.call(tenant, () -> close(tenant, new CeremonyId(id)))) {
                abandoned++;
            }
        }
        return abandoned;
    }

    private boolean close(TenantId tenant, CeremonyId id) {
        CeremonyRow ceremony = desk.find(tenant, id, LockModeType.PESSIMISTIC_WRITE);
        if (ceremony.state.closed() || desk.inUse(tenant, ceremony)) {
            return false;
        }
        desk.abandon(
                Actor.system(tenant, "Ceremony clock"),
                ceremony,
                repository.custodians(tenant, id.value()),
                "It ran out of time before everybody had done her part.");
        return true;
    }
}
