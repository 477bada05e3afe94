package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;

/** The taking in of an order's list ended with its process; nothing of it was kept. */
public record IntakeAbandoned(TenantId tenant, CardOrderId order) {}
