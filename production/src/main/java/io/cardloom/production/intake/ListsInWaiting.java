package io.cardloom.production.intake;

import io.cardloom.production.key.WaitingLists;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of lists that were handed over and are not taken in. */
@Component
class ListsInWaiting implements WaitingLists {

    private final HandedRepository lists;
    private final TenantWork work;

    ListsInWaiting(HandedRepository lists, TenantWork work) {
        this.lists = lists;
        this.work = work;
    }

    @Override
    public boolean anyBefore(TenantId tenant, Instant then) {
        return work.read(tenant, () -> lists.waitsSince(tenant, then));
    }
}
