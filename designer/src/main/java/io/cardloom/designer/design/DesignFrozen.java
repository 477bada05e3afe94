package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.TenantId;

/** A design's present content is the revision of this digest; told inside the work. */
public record DesignFrozen(TenantId tenant, DesignId design, Digest digest) {}
