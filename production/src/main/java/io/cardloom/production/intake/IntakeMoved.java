package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;

/** The taking in of an order's list got further. */
public record IntakeMoved(TenantId tenant, CardOrderId order) {}
