package io.cardloom.designer.template;

import io.cardloom.tenancy.tenant.TenantId;

/** A rebrand settled a design, or ended; told inside the work. */
public record RebrandMoved(TenantId tenant, RebrandId rebrand) {}
