package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.permission.SeparatedDuties;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to who belongs where; refuses duties that must not meet in one hand. */
@Component
public class Memberships {

    private final TenantWork work;
    private final TransactionTemplate across;
    private final MembershipRepository rows;
    private final Directory directory;
    private final Grants grants;
    private final Tenants tenants;
    private final Organizations organizations;

    Memberships(
            TenantWork work,
            PlatformTransactionManager transactions,
            MembershipRepository rows,
            Directory directory,
            Grants grants,
            Tenants tenants,
            Organizations organizations) {
        this.work = work;
        this.across = new TransactionTemplate(transactions);
        this.rows = rows;
        this.directory = directory;
        this.grants = grants;
        this.tenants = tenants;
        this.organizations = organizations;
    }

    /**
     * All of a person's memberships, across issuers: what she can choose from after sign-in. Not to
     * be called inside a tenant's work.
     */
    public List<Membership> of(PersonId person) {
        List<MembershipDirectoryRow> places = across.execute(status -> directory.of(person));
        Map<String, TenantId> in =
                places.stream()
                        .collect(
                                Collectors.toMap(
                                        p -> p.tenant,
                                        p -> new TenantId(p.tenant),
                                        (one, other) -> one,
                                        LinkedHashMap::new));
        return in.values().stream()
                .flatMap(t -> work.read(t, () -> within(t, person)).stream())
                .sorted(
                        Comparator.comparing(Membership::issuerName)
                                .thenComparing(m -> m.organization().name())
                                .thenComparing(m -> m.id().value()))
                .toList();
    }

    private List<Membership> within(TenantId tenant, PersonId person) {
        Issuer issuer = tenants.get(tenant);
        return rows.of(tenant, person).stream()
                .map(
                        m ->
                                new Membership(
                                        new MembershipId(m.id),
                                        tenant,
                                        issuer.name(),
                                        issuer.skin(),
                                        organizations.get(
                                                tenant, new OrganizationId(m.organizationId)),
                                        m.roleSet()))
                .toList();
    }

    /**
     * The actor that this person is under this membership, with the roles of this moment; ask again
     * at each request, so that a change of roles takes effect at once (OWASP ASVS 5.0.0, 8.3.2).
     * Say where she comes from with {@link Actor#from}. Not to be called inside a tenant's work.
     *
     * @throws Refusal {@code NOT_FOUND} when it is not hers or has ended
     */
    public Actor actor(PersonId person, MembershipId membership) {
        record Found(TenantId tenant, String name) {}
        Found found =
                across.execute(
                        status ->
                                directory
                                        .tenant(person, membership)
                                        .flatMap(
                                                t ->
                                                        directory
                                                                .person(person)
                                                                .map(p -> new Found(t, p.name)))
                                        .orElseThrow(() -> Refusal.notFound("membership")));
        return work.read(
                found.tenant(),
                () -> {
                    MembershipRow row = find(found.tenant(), membership);
                    return new Actor(
                            found.tenant(),
                            person,
                            new OrganizationId(row.organizationId),
                            found.name(),
                            row.roleSet());
                });
    }

    /**
     * Makes a person a member; needs ADMINISTER.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code ROLES_OF_ONESELF}; {@code ROLE_REQUIRED} or {@code
     *     ROLE_NOT_HERE} by the kind of organization; {@code DUTIES_SEPARATED} counting all that
     *     she holds in this tenant; {@code MEMBER_OF_BOTH_SIDES}; {@code MEMBER_ALREADY}; {@code
     *     PROVIDER_OF_ANOTHER} when another issuer's own provider vouches for her
     */
    public MembershipId grant(
            Actor actor, PersonId person, OrganizationId organization, Set<Role> roles) {
        requireAdministrator(actor, person);
        return work.call(actor.tenant(), () -> grants.make(actor, person, organization, roles));
    }

    /** Everyone in the actor's tenant, by organization and name; needs ADMINISTER. */
    public List<Member> members(Actor actor) {
        actor.require(Permission.ADMINISTER);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () -> {
                    List<MembershipRow> all = rows.all(tenant);
                    Map<String, Person> people =
                            directory.people(all.stream().map(m -> m.personId).toList()).stream()
                                    .collect(Collectors.toMap(p -> p.id, PersonRow::toPerson));
                    return all.stream()
                            .map(m -> member(tenant, m, people))
                            .sorted(
                                    Comparator.comparing((Member m) -> m.organization().name())
                                            .thenComparing(m -> m.person().name())
                                            .thenComparing(m -> m.id().value()))
                            .toList();
                });
    }

    /** Everybody who has this role in the tenant, each once, by name. */
    public List<Person> holding(TenantId tenant, Role role) {
        return work.read(
                tenant,
                () ->
                        directory
                                .people(
                                        rows.all(tenant).stream()
                                                .filter(m -> m.roleSet().contains(role))
                                                .map(m -> m.personId)
                                                .distinct()
                                                .toList())
                                .stream()
                                .map(PersonRow::toPerson)
                                .sorted(Comparator.comparing(Person::name))
                                .toList());
    }

    private Member member(TenantId tenant, MembershipRow row, Map<String, Person> people) {
        Person person = people.get(row.personId);
        if (person == null) {
            throw new IllegalStateException("a membership without its person");
        }
        return new Member(
                new MembershipId(row.id),
                person,
                organizations.get(tenant, new OrganizationId(row.organizationId)),
                row.roleSet());
    }

    /**
     * Replaces the roles of a membership; takes effect at the next request. Needs ADMINISTER.
     *
     * @throws Refusal as {@link #grant}, and {@code LAST_ADMINISTRATOR}
     */
    public void setRoles(Actor actor, MembershipId membership, Set<Role> roles) {
        change(
                actor,
                membership,
                row -> {
                    SeparatedDuties.requireFit(
                            organizations
                                    .get(actor.tenant(), new OrganizationId(row.organizationId))
                                    .kind(),
                            roles);
                    List<MembershipRow> others =
                            rows.of(actor.tenant(), new PersonId(row.personId)).stream()
                                    .filter(m -> !m.id.equals(row.id))
                                    .toList();
                    grants.requireSeparated(others, roles);
                    if (!roles.contains(Role.ADMINISTRATOR)) {
                        requireAnotherAdministrator(actor.tenant(), row);
                    }
                    row.roles = RoleText.write(roles);
                    grants.record(actor, "membership.changed", row);
                });
    }

    /**
     * Ends a membership; what the person did stays in the trail. Needs ADMINISTER.
     *
     * @throws Refusal {@code NOT_FOUND}, {@code ROLES_OF_ONESELF}, {@code LAST_ADMINISTRATOR}
     */
    public void end(Actor actor, MembershipId membership) {
        change(
                actor,
                membership,
                row -> {
                    requireAnotherAdministrator(actor.tenant(), row);
                    grants.record(actor, "membership.ended", row);
                    directory.remove(membership);
                    rows.remove(actor.tenant(), row);
                });
    }

    private void change(
            Actor actor, MembershipId membership, java.util.function.Consumer<MembershipRow> how) {
        actor.require(Permission.ADMINISTER);
        work.run(
                actor.tenant(),
                () -> {
                    MembershipRow row = find(actor.tenant(), membership);
                    PersonId person = new PersonId(row.personId);
                    requireAdministrator(actor, person);
                    directory.lockPerson(person);
                    how.accept(row);
                });
    }

    private MembershipRow find(TenantId tenant, MembershipId membership) {
        return rows.find(tenant, membership).orElseThrow(() -> Refusal.notFound("membership"));
    }

    private static void requireAdministrator(Actor actor, PersonId person) {
        actor.require(Permission.ADMINISTER);
        if (person.equals(actor.person())) {
            throw Refusal.forbidden(
                    "ROLES_OF_ONESELF",
                    "Nobody changes her own roles. Ask another administrator of the issuer.");
        }
    }

    private void requireAnotherAdministrator(TenantId tenant, MembershipRow leaving) {
        if (!leaving.roleSet().contains(Role.ADMINISTRATOR)) {
            return;
        }
        if (rows.lockAdministrators(tenant).stream().allMatch(m -> m.id.equals(leaving.id))) {
            throw Refusal.conflict(
                    "LAST_ADMINISTRATOR",
                    "The issuer would be left without an administrator. Make somebody else one"
                            + " first.");
        }
    }
}
