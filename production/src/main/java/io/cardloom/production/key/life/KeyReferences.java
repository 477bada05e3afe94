package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.TenantId;

/** Knows whether something that is kept opens only with a version of a key. */
public interface KeyReferences {

    boolean needs(TenantId tenant, KeyVersionId version);
}
