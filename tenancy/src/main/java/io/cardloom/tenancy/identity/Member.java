package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.permission.Role;
import java.util.Set;

/** A membership as an administrator of the issuer sees it. */
public record Member(MembershipId id, Person person, Organization organization, Set<Role> roles) {

    public Member {
        roles = Set.copyOf(roles);
    }
}
