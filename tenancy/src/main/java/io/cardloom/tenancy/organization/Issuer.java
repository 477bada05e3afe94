package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.tenant.TenantId;

/**
 * A card issuer, whose world is one tenant.
 *
 * @param skin the key of the accent the screens take on for this issuer
 */
public record Issuer(TenantId id, String name, String skin) {}
