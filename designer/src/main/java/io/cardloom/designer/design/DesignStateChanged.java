package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.TenantId;

/** A design was frozen, moved in its review, or became a draft again; told inside the work. */
public record DesignStateChanged(TenantId tenant, DesignId design, DesignState state) {}
