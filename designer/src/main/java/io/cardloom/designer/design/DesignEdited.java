package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.TenantId;

/** A design's content changed; told inside the work that changed it. */
public record DesignEdited(TenantId tenant, DesignId design, long number) {}
