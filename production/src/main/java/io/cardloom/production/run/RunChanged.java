package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;

/** A run's state or counts changed; told inside the work that changed it. */
public record RunChanged(TenantId tenant, RunId run) {}
