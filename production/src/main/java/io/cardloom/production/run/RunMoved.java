package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;

/** A run went from one state to another; told inside the work that moved it. */
public record RunMoved(TenantId tenant, RunId run, RunState from, RunState to) {}
