package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;

/** Where tenants' document keys are kept. */
public interface DocumentKeystore {

    /**
     * What works with the tenant's keys for one piece of work.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE} when the device that
     *     keys live in signs no documents; no retry helps
     */
    DocumentSecurity documents(TenantId tenant);
}
