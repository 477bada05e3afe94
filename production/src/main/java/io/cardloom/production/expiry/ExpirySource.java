package io.cardloom.production.expiry;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;

/** Knows things of a tenant that end; what was replaced already is not among them. */
public interface ExpirySource {

    /** Called outside the tenant's work. */
    List<ExpiringThing> expiring(TenantId tenant);
}
