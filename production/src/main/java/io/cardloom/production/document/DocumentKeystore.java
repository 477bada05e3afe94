package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where tenants' document keys are kept; document signers' by number, from 1 on. */
public interface DocumentKeystore {

    /**
     * What works with the tenant's keys for one piece of work.
     *
     * @param signer whose key signs
     * @param transportKey the id of the issuer's key for chips' keys to travel under; null for one
     *     that Cardloom makes, in demo and tests
     * @throws io.cardloom.tenancy.refusal.Refusal {@code SIGNER_KEY_MISSING} (conflict) when the
     *     signer has no key, or it was destroyed
     */
    DocumentSecurity documents(TenantId tenant, int signer, @Nullable String transportKey);

    /**
     * The same with a signer's key that is made if there is none.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE} when the device that
     *     keys live in signs no documents; no retry helps
     */
    DocumentSecurity make(TenantId tenant, int signer);

    /** A signer's public key as {@link DocumentSecurity#signerKey}; empty when there is none. */
    Optional<byte[]> signerKey(TenantId tenant, int signer);

    /** Destroys a signer's private key for good; nothing happens when there is none. */
    void destroy(TenantId tenant, int signer);
}
