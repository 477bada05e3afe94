package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;

/** Where tenants' document keys are kept. */
public interface DocumentKeystore {

    /** What works with the tenant's keys for one piece of work. */
    DocumentSecurity documents(TenantId tenant);
}
