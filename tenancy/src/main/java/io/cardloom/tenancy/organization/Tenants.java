package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to the issuers; founding one is Cardloom's own work, not a person's. */
@Component
public class Tenants {

    /** Founds a tenant, its issuer organization and the head of its audit trail. */
    public TenantId found(String issuerName, String skin) {
        throw new IllegalStateException("not built yet");
    }

    /** Every issuer, by name: a directory across tenants, for jobs and sign-in only. */
    public List<Issuer> all() {
        throw new IllegalStateException("not built yet");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND}
     */
    public Issuer get(TenantId tenant) {
        throw new IllegalStateException("not built yet");
    }
}
