package io.cardloom.production.emv;

import io.cardloom.tenancy.tenant.TenantId;

/** Where tenants' chip keys are kept. */
public interface ChipKeystore {

    /** What works with the tenant's keys for one piece of work. */
    ChipSecurity session(TenantId tenant);
}
