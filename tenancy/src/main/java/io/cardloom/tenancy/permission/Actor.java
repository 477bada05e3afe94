package io.cardloom.tenancy.permission;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for whom, and with which roles. Every door takes one first.
 *
 * @param tenant the issuer in whose world the work is done
 * @param person the person; null when Cardloom itself acts (a schedule, an acknowledgement)
 * @param organization for whom the person acts: the issuer, a partner or a bureau; null as above
 * @param name what the screen and the audit trail call the actor; no account data
 * @param roles empty for Cardloom itself, which is asked no permission
 * @param origin where the request came from: an address, a job; shown in the audit trail
 */
public record Actor(
        TenantId tenant,
        @Nullable PersonId person,
        @Nullable OrganizationId organization,
        String name,
        Set<Role> roles,
        String origin) {

    /** The origin of work that no request started, or whose request was not told. */
    public static final String INSIDE = "cardloom";

    public Actor {
        roles = Set.copyOf(roles);
        if ((person == null) != (organization == null)) {
            throw new IllegalArgumentException("a person acts for an organization");
        }
    }

    /** An actor whose origin is not known (yet): see {@link #from}. */
    public Actor(
            TenantId tenant,
            @Nullable PersonId person,
            @Nullable OrganizationId organization,
            String name,
            Set<Role> roles) {
        this(tenant, person, organization, name, roles, INSIDE);
    }

    /** The same actor, asking from this address or session; it goes into the audit trail. */
    public Actor from(String where) {
        return new Actor(tenant, person, organization, name, roles, where);
    }

    /** Cardloom itself, for work that a schedule, an event or an outside answer started. */
    public static Actor system(TenantId tenant, String name) {
        return new Actor(tenant, null, null, name, Set.of());
    }

    public boolean isSystem() {
        return person == null;
    }

    public boolean may(Permission permission) {
        return isSystem() || roles.stream().anyMatch(r -> r.permissions().contains(permission));
    }

    /**
     * @throws Refusal {@code PERMISSION_MISSING}, naming the roles that would do
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Refusal.forbidden(
                    "PERMISSION_MISSING",
                    "Only "
                            + rolesWith(permission)
                            + " is allowed to "
                            + permission.words()
                            + ". Ask an administrator of the issuer for the role.");
        }
    }

    /** The acting person, where only a person will do. */
    public PersonId requirePerson() {
        if (person == null) {
            throw Refusal.forbidden("PERSON_REQUIRED", "A person has to do this.");
        }
        return person;
    }

    private static String rolesWith(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(r -> r.permissions().contains(permission))
                .map(r -> r.title().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}
