package io.cardloom.tenancy.program;

import io.cardloom.tenancy.tenant.OrganizationId;

/** An issuer and a partner making one kind of card together. */
public record Program(
        ProgramId id,
        String name,
        OrganizationId issuer,
        OrganizationId partner,
        ProductKind product) {}
