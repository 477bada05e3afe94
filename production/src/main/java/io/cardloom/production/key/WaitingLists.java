package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;

/** Knows which cardholder lists wait to be opened. */
@FunctionalInterface
public interface WaitingLists {

    /** Whether one that was handed over whole before then waits still. */
    boolean anyBefore(TenantId tenant, Instant then);
}
