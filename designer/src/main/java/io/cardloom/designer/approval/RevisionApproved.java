package io.cardloom.designer.approval;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.tenant.TenantId;

/** Both sides approved this digest; told inside the work of the second decision. */
public record RevisionApproved(TenantId tenant, DesignId design, Digest digest) {}
