package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.permission.SeparatedDuties;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Judges and makes memberships, inside the work of grants and of invitations. */
@Component
class Grants {

    private final MembershipRepository rows;
    private final Directory directory;
    private final Organizations organizations;
    private final AuditTrail trail;
    private final Clock clock;

    Grants(
            MembershipRepository rows,
            Directory directory,
            Organizations organizations,
            AuditTrail trail,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.organizations = organizations;
        this.trail = trail;
        this.clock = clock;
    }

    MembershipId make(Actor actor, PersonId person, OrganizationId to, Set<Role> roles) {
        TenantId tenant = actor.tenant();
        Organization organization = organizations.get(tenant, to);
        SeparatedDuties.requireFit(organization.kind(), roles);
        directory.lockPerson(person);
        requireVouchedHere(tenant, person);
        List<MembershipRow> others = rows.of(tenant, person);
        if (others.stream().anyMatch(m -> m.organizationId.equals(to.value()))) {
            throw Refusal.conflict(
                    "MEMBER_ALREADY",
                    "This person is a member of " + organization.name() + ". Change the roles.");
        }
        requireOneSide(tenant, organization, others);
        requireSeparated(others, roles);
        MembershipRow row = new MembershipRow();
        row.id = MembershipId.next(clock).value();
        row.personId = person.value();
        row.organizationId = to.value();
        row.roles = RoleText.write(roles);
        row.grantedAt = clock.instant();
        rows.add(tenant, row);
        MembershipDirectoryRow entry = new MembershipDirectoryRow();
        entry.membershipId = row.id;
        entry.personId = row.personId;
        entry.tenant = tenant.value();
        directory.add(entry);
        record(actor, "membership.granted", row);
        return new MembershipId(row.id);
    }

    /** Everything she would hold in this tenant, judged together. */
    void requireSeparated(List<MembershipRow> others, Set<Role> roles) {
        Set<Role> all = EnumSet.copyOf(roles);
        others.forEach(m -> all.addAll(m.roleSet()));
        SeparatedDuties.require(all);
    }

    void record(Actor actor, String action, MembershipRow row) {
        trail.record(
                actor,
                new AuditEntry(
                        action,
                        row.id,
                        null,
                        Map.of(
                                "person", row.personId,
                                "organization", row.organizationId,
                                "roles", row.roles)));
    }

    /** A tenant's own provider speaks for that tenant's people only. */
    private void requireVouchedHere(TenantId tenant, PersonId person) {
        Set<String> vouchers = directory.vouchers(person);
        if (!vouchers.isEmpty() && !vouchers.equals(Set.of(tenant.value()))) {
            throw Refusal.forbidden(
                    "PROVIDER_OF_ANOTHER",
                    "This person signs in through another issuer's provider, which cannot speak for"
                        + " her here. Let her sign in with a Cardloom account for this issuer.");
        }
    }

    /** Issuer, partner and bureau check each other; nobody is two of them. */
    private void requireOneSide(
            TenantId tenant, Organization organization, List<MembershipRow> others) {
        for (MembershipRow other : others) {
            Organization there =
                    organizations.get(tenant, new OrganizationId(other.organizationId));
            if (there.kind() != organization.kind()) {
                throw Refusal.forbidden(
                        "MEMBER_OF_BOTH_SIDES",
                        "This person works for "
                                + there.name()
                                + ", and nobody stands on two sides of a program. End that"
                                + " membership first, or choose somebody else.");
            }
        }
    }
}
