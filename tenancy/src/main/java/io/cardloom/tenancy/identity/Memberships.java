package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The door to who belongs where; refuses duties that must not meet in one hand. */
@Component
public class Memberships {

    /** All of a person's memberships, across issuers: what she can choose from after sign-in. */
    public List<Membership> of(PersonId person) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * The actor that this person is under this membership, with the roles of this moment.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND} when it is not hers or has
     *     ended
     */
    public Actor actor(PersonId person, MembershipId membership) {
        throw new IllegalStateException("not built yet");
    }

    /** Makes a person a member; needs ADMINISTER. */
    public MembershipId grant(
            Actor actor, PersonId person, OrganizationId organization, Set<Role> roles) {
        throw new IllegalStateException("not built yet");
    }

    /** Everyone in the actor's tenant, by organization and name; needs ADMINISTER. */
    public List<Member> members(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /** Replaces the roles of a membership; takes effect at the next request. */
    public void setRoles(Actor actor, MembershipId membership, Set<Role> roles) {
        throw new IllegalStateException("not built yet");
    }

    /** Ends a membership. */
    public void end(Actor actor, MembershipId membership) {
        throw new IllegalStateException("not built yet");
    }
}
