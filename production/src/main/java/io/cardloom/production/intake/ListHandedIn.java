package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;

/** A sealed list waits for a process that may open it. */
public record ListHandedIn(TenantId tenant, CardOrderId order) {}
