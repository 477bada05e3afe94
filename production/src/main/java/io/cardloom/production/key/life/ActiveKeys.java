package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;

/** Finds the version of a key that protects what is new. */
@FunctionalInterface
public interface ActiveKeys {

    /**
     * Empty when there is none.
     *
     * @param usage one of which a tenant has a single key, see {@link IssuerKeys#sole}
     */
    Optional<IssuerKeyVersion> active(TenantId tenant, KeyUsage usage);

    /** The same of one key among several of its usage. */
    default Optional<IssuerKeyVersion> active(TenantId tenant, KeyId key) {
        return Optional.empty();
    }
}
