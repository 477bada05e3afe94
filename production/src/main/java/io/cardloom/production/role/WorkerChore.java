package io.cardloom.production.role;

import io.cardloom.tenancy.tenant.TenantId;

/** Something a worker does again and again for the processes that hold no keys. */
@FunctionalInterface
public interface WorkerChore {

    /** Does what is there to be done for a tenant now; what fails is tried again. */
    void round(TenantId tenant);
}
