package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Set;

/** One person's place in one organization of one issuer's world, with the roles she holds there. */
public record Membership(
        MembershipId id,
        TenantId tenant,
        String issuerName,
        String skin,
        Organization organization,
        Set<Role> roles) {

    public Membership {
        roles = Set.copyOf(roles);
    }
}
