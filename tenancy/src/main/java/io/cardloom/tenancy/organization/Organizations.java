package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to an issuer's partners and bureaus. */
@Component
public class Organizations {

    /** Adds a partner or a bureau; needs ADMINISTER. */
    public OrganizationId add(Actor actor, OrganizationKind kind, String name) {
        throw new IllegalStateException("not built yet");
    }

    /** By name: all of them for the issuer's people, the issuer and oneself for the others. */
    public List<Organization> list(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND}
     */
    public Organization get(TenantId tenant, OrganizationId id) {
        throw new IllegalStateException("not built yet");
    }

    /** The issuer's own organization in this tenant. */
    public OrganizationId issuer(TenantId tenant) {
        throw new IllegalStateException("not built yet");
    }
}
