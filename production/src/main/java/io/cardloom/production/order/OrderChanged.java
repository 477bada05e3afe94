package io.cardloom.production.order;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;

/** An order was placed or its state changed; told inside the work that changed it. */
public record OrderChanged(TenantId tenant, CardOrderId order) {}
