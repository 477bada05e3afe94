package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;

/** A card went from one state to another; told inside the work that moved it. */
record CardMoved(TenantId tenant, RunId run, int number, CardState from, CardState to) {}
