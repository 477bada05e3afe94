package io.cardloom.production.emv;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;

/** Where tenants' chip keys are kept. */
public interface ChipKeystore {

    /**
     * What works with the tenant's keys for one piece of work; cards' keys come of the standard
     * master keys, and the issuer's first key signs.
     */
    ChipSecurity session(TenantId tenant);

    /**
     * The same for a program's cards, whose keys may come of master keys of their own.
     *
     * @param issuer by whose key they are signed
     */
    ChipSecurity session(TenantId tenant, ProgramId program, ChipIssuer issuer);

    /** The public half of an issuer's key, which is made if there is none. */
    ChipPublicKey issuerKey(TenantId tenant, ChipIssuer issuer);

    /**
     * Destroys an issuer's private key for good; nothing happens when there is none.
     *
     * @param issuer its number
     */
    void destroy(TenantId tenant, int issuer);
}
