package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;

/** An issuer, a co-brand partner or a bureau. */
public record Organization(OrganizationId id, OrganizationKind kind, String name) {}
