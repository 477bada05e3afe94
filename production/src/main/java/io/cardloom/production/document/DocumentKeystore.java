package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Where tenants' document keys are kept. */
public interface DocumentKeystore {

    /**
     * What works with the tenant's keys for one piece of work.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE} when the device that
     *     keys live in signs no documents; no retry helps
     */
    default DocumentSecurity documents(TenantId tenant) {
        return documents(tenant, null);
    }

    /**
     * The same with a key of the issuer's for chips' keys to travel under.
     *
     * @param transportKey its id; null for one that Cardloom makes, in demo and tests
     */
    DocumentSecurity documents(TenantId tenant, @Nullable String transportKey);
}
