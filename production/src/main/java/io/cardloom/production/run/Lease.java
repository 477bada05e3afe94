package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;

/**
 * The right to move one run, until it expires or another node takes it.
 *
 * @param fence grows with each taking; what comes with a lower one is too late
 */
record Lease(TenantId tenant, RunId run, long fence) {}
