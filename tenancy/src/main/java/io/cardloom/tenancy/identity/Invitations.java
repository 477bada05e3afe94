package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The door to invitations: single use, bound to one e-mail address, and expiring. */
@Component
public class Invitations {

    /** Invites somebody; needs ADMINISTER. The roles must fit the kind of organization. */
    public Invitation invite(
            Actor actor, OrganizationId organization, String email, Set<Role> roles) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * Makes the signed-in person a member.
     *
     * @param email as the identity provider verified it
     */
    public MembershipId accept(PersonId person, String email, String token) {
        throw new IllegalStateException("not built yet");
    }
}
