package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.permission.SeparatedDuties;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door to invitations: single use, bound to one e-mail address, and expiring.
 *
 * <p>The code is sent to that address by the administrator. Whoever brings it to an account of her
 * own has read that mailbox, as far as the administrator sent it nowhere else.
 */
@Component
public class Invitations {

    /** How long a token lives. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final TenantWork work;
    private final InvitationRepository rows;
    private final Grants grants;
    private final People people;
    private final LocalAccounts accounts;
    private final Organizations organizations;
    private final AuditTrail trail;
    private final Clock clock;

    Invitations(
            TenantWork work,
            InvitationRepository rows,
            Grants grants,
            People people,
            LocalAccounts accounts,
            Organizations organizations,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.grants = grants;
        this.people = people;
        this.accounts = accounts;
        this.organizations = organizations;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Invites somebody; needs ADMINISTER.
     *
     * @param email where the token will be sent; compared without regard to case
     * @return the only time the token is shown
     * @throws Refusal {@code NOT_FOUND}; {@code EMAIL_INVALID}; {@code ROLE_REQUIRED} or {@code
     *     ROLE_NOT_HERE} by the kind of organization; {@code DUTIES_SEPARATED}
     */
    public Invitation invite(
            Actor actor, OrganizationId organization, String email, Set<Role> roles) {
        actor.require(Permission.ADMINISTER);
        String address = People.address(email);
        if (!EMAIL.matcher(address).matches()) {
            throw Refusal.invalid(
                    "EMAIL_INVALID", "Write one e-mail address, such as ada@example.org.");
        }
        return work.call(
                actor.tenant(),
                () -> {
                    Organization to = organizations.get(actor.tenant(), organization);
                    SeparatedDuties.requireFit(to.kind(), roles);
                    SeparatedDuties.require(roles);
                    return make(actor, organization, address, roles);
                });
    }

    private Invitation make(
            Actor actor, OrganizationId organization, String email, Set<Role> roles) {
        InvitationId id = InvitationId.next(clock);
        TenantCode token = TenantCode.next(actor.tenant(), id.value());
        InvitationRow row = new InvitationRow();
        row.id = id.value();
        row.organizationId = organization.value();
        row.email = email;
        row.roles = RoleText.write(roles);
        row.tokenHash = token.hash();
        row.invitedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.invitedBy = value(actor.person());
        row.expiresAt = row.invitedAt.plus(LIFE);
        rows.add(actor.tenant(), row);
        trail.record(
                actor,
                new AuditEntry(
                        "invitation.made",
                        row.id,
                        null,
                        Map.of("organization", row.organizationId, "roles", row.roles)));
        return new Invitation(id, organization, email, Secret.of(token.text()), row.expiresAt);
    }

    /**
     * Opens an account at the embedded provider for an invited person who has none, for exactly the
     * address the invitation was sent to. The invitation is not used up: she signs in and accepts
     * it. Not to be called inside a tenant's work.
     *
     * <p>That an account exists is told only to somebody with the right code: without it every
     * address, tenant and invitation gives {@code INVITATION_INVALID}.
     *
     * @param name what the screens will call her
     * @param from where the request came from, for the audit trail
     * @throws Refusal {@code INVITATION_INVALID} when the code is unknown, wrong or used; {@code
     *     INVITATION_EXPIRED}; {@code NAME_INVALID}; {@code PASSWORD_LENGTH}; {@code
     *     ACCOUNT_EXISTS} when the address has an account: she signs in with it
     */
    public LocalAccounts.LocalAccount openAccount(
            String code, String name, String password, String from) {
        TenantCode brought =
                TenantCode.read(InvitationId.PREFIX, code).orElseThrow(Invitations::invalid);
        try {
            return work.call(
                    brought.tenant(),
                    () -> {
                        InvitationRow row = open(brought);
                        Actor provider = Actor.system(brought.tenant(), "Accounts").from(from);
                        trail.record(provider, AuditEntry.of("invitation.account-opened", row.id));
                        return accounts.open(row.email, name, password);
                    });
        } catch (DataIntegrityViolationException | ConstraintViolationException e) {
            throw LocalAccounts.exists();
        }
    }

    /** The invitation of this token, locked, if it can still be accepted. */
    private InvitationRow open(TenantCode brought) {
        InvitationRow row =
                rows.lock(brought.tenant(), new InvitationId(brought.id()))
                        .filter(r -> Digests.same(r.tokenHash, brought.hash()))
                        .filter(r -> r.acceptedAt == null)
                        .orElseThrow(Invitations::invalid);
        if (!clock.instant().isBefore(row.expiresAt)) {
            throw Refusal.conflict(
                    "INVITATION_EXPIRED",
                    "This invitation has expired. Ask the issuer's administrator for a new one.");
        }
        return row;
    }

    /**
     * Makes the signed-in person a member. Not to be called inside a tenant's work.
     *
     * @param email as the identity provider verified it; an unverified address must not be passed
     * @param from where the request came from, for the audit trail
     * @throws Refusal {@code INVITATION_INVALID} when the token is unknown, wrong or used; {@code
     *     INVITATION_EXPIRED}; {@code INVITATION_FOR_ANOTHER} when it was sent to another address;
     *     {@code ROLES_OF_ONESELF} when she made it herself; and as {@link Memberships#grant}
     */
    public MembershipId accept(PersonId person, String email, String token, String from) {
        TenantCode brought =
                TenantCode.read(InvitationId.PREFIX, token).orElseThrow(Invitations::invalid);
        String name = people.get(person).name();
        return work.call(
                brought.tenant(),
                () -> {
                    InvitationRow row = open(brought);
                    requireHers(row, person, People.address(email));
                    return join(brought, row, person, name, from);
                });
    }

    private MembershipId join(
            TenantCode brought, InvitationRow row, PersonId person, String name, String from) {
        OrganizationId organization = new OrganizationId(row.organizationId);
        Set<Role> roles = RoleText.read(row.roles);
        Actor joining = new Actor(brought.tenant(), person, organization, name, Set.of(), from);
        row.acceptedAt = clock.instant();
        row.acceptedBy = person.value();
        trail.record(joining, AuditEntry.of("invitation.accepted", row.id));
        return grants.make(joining, person, organization, roles);
    }

    private static void requireHers(InvitationRow row, PersonId person, String email) {
        if (!row.email.equals(email)) {
            throw Refusal.forbidden(
                    "INVITATION_FOR_ANOTHER",
                    "This invitation was sent to another e-mail address. Sign in with that one, or"
                            + " ask for an invitation to yours.");
        }
        if (person.value().equals(row.invitedBy)) {
            throw Refusal.forbidden(
                    "ROLES_OF_ONESELF",
                    "Nobody gives herself a role. Ask another administrator of the issuer.");
        }
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static Refusal invalid() {
        return Refusal.invalid(
                "INVITATION_INVALID",
                "This invitation does not exist or has been used. Ask the issuer's administrator"
                        + " for a new one.");
    }
}
