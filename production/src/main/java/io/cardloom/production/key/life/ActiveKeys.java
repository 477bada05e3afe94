package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;

/** Finds the version of a key that protects or makes what is new. */
@FunctionalInterface
public interface ActiveKeys {

    /**
     * Of the tenant's only key of a use, or of its standard one; empty when there is none.
     *
     * @param usage data encryption, or one of {@link ProgramKeys#USAGES}
     */
    Optional<IssuerKeyVersion> active(TenantId tenant, KeyUsage usage);

    /** The same of one key among several of its usage. */
    default Optional<IssuerKeyVersion> active(TenantId tenant, KeyId key) {
        return Optional.empty();
    }

    /** What a program's cards are made with; here with the standard keys. */
    default CardKeys of(TenantId tenant, ProgramId program) {
        return usage -> active(tenant, usage);
    }
}
