package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.TenantId;

/** Something happened in a ceremony; told inside the work that did it. */
public record CeremonyMoved(TenantId tenant, CeremonyId ceremony) {}
