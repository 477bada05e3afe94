package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.TenantId;

/** Something happened to one of Cardloom's own certificates; told inside the work that did it. */
public record OwnCertificateMoved(TenantId tenant, String certificate) {}
