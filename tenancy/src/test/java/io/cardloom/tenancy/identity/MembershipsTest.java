package io.cardloom.tenancy.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class MembershipsTest {

    @Autowired TwoIssuers issuers;
    @Autowired People people;
    @Autowired Memberships memberships;
    @Autowired AuditTrail trail;

    private PersonId newcomer() {
        return people.signedIn(
                "https://people.example.org", UUID.randomUUID().toString(), "New", "new@x.example");
    }

    private static PersonId person(Actor actor) {
        return Objects.requireNonNull(actor.person());
    }

    static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, attempt).code();
    }

    private MembershipId only(PersonId person) {
        return memberships.of(person).getFirst().id();
    }

    @Test
    void knowsAPersonByIssuerAndSubjectOnly() {
        String subject = UUID.randomUUID().toString();
        PersonId first = people.signedIn("https://one.example", subject, "Ann", "a@x.example");
        assertThat(people.signedIn("https://one.example", subject, "Anna", "b@x.example"))
                .isEqualTo(first);
        assertThat(people.get(first)).isEqualTo(new Person(first, "Anna", "b@x.example"));
        assertThat(people.signedIn("https://two.example", subject, "Ann", "a@x.example"))
                .isNotEqualTo(first);
        assertThat(people.signedIn("https://one.example", subject + "x", "Ann", "a@x.example"))
                .isNotEqualTo(first);
        assertThat(people.signedIn("https://ONE.example", subject, "Ann", "a@x.example"))
                .isNotEqualTo(first);
        assertThat(memberships.of(first)).isEmpty();
        assertThat(code(() -> people.signedIn("", "x", "", ""))).isEqualTo("IDENTITY_INVALID");
    }

    @Test
    void letsAPersonWorkForSeveralIssuers() {
        IssuerWorld a = issuers.a();
        IssuerWorld b = issuers.b();
        PersonId person = newcomer();
        MembershipId inA =
                memberships.grant(
                        a.administrator(), person, a.partner(), Set.of(Role.PARTNER_MARKETER));
        MembershipId inB =
                memberships.grant(
                        b.administrator(),
                        person,
                        b.bureauOrganization(),
                        Set.of(Role.BUREAU_OPERATOR));

        assertThat(memberships.of(person)).extracting(Membership::id).containsExactly(inA, inB);
        assertThat(memberships.actor(person, inA).tenant()).isEqualTo(a.tenant());
        assertThat(memberships.actor(person, inB).roles()).containsExactly(Role.BUREAU_OPERATOR);
        assertThat(code(() -> memberships.actor(newcomer(), inA))).isEqualTo("NOT_FOUND");
    }

    @Test
    void refusesDutiesApartAcrossMembershipsOfOneTenant() {
        IssuerWorld a = issuers.a();
        PersonId person = newcomer();
        MembershipId first =
                memberships.grant(
                        a.administrator(), person, a.issuer(), Set.of(Role.KEY_CUSTODIAN));
        assertThat(
                        code(
                                () ->
                                        memberships.setRoles(
                                                a.administrator(),
                                                first,
                                                Set.of(
                                                        Role.KEY_CUSTODIAN,
                                                        Role.PRODUCTION_OPERATOR))))
                .isEqualTo("DUTIES_SEPARATED");
        assertThat(
                        code(
                                () ->
                                        memberships.grant(
                                                a.administrator(),
                                                person,
                                                a.partner(),
                                                Set.of(Role.APPROVER))))
                .isEqualTo("MEMBER_OF_BOTH_SIDES");
        assertThat(
                        code(
                                () ->
                                        memberships.grant(
                                                a.administrator(),
                                                person,
                                                a.issuer(),
                                                Set.of(Role.APPROVER))))
                .isEqualTo("MEMBER_ALREADY");
        IssuerWorld b = issuers.b();
        memberships.grant(b.administrator(), person, b.issuer(), Set.of(Role.PRODUCTION_OPERATOR));
    }

    @Test
    void refusesWhoMayNotAdminister() {
        IssuerWorld a = issuers.a();
        Actor designer = a.designer();
        Set<Role> roles = Set.of(Role.AUDITOR);
        assertThat(code(() -> memberships.grant(designer, newcomer(), a.issuer(), roles)))
                .isEqualTo("PERMISSION_MISSING");
        assertThat(code(() -> memberships.members(designer))).isEqualTo("PERMISSION_MISSING");
        MembershipId other = only(person(a.marketer()));
        assertThat(code(() -> memberships.end(designer, other))).isEqualTo("PERMISSION_MISSING");
        assertThat(code(() -> memberships.setRoles(designer, other, roles)))
                .isEqualTo("PERMISSION_MISSING");
    }

    @Test
    void refusesToTouchAnotherTenantsPeople() {
        IssuerWorld a = issuers.a();
        IssuerWorld b = issuers.b();
        MembershipId inB = only(person(b.designer()));
        assertThat(code(() -> memberships.end(a.administrator(), inB))).isEqualTo("NOT_FOUND");
        assertThat(code(() -> memberships.setRoles(a.administrator(), inB, Set.of(Role.AUDITOR))))
                .isEqualTo("NOT_FOUND");
        assertThat(
                        code(
                                () ->
                                        memberships.grant(
                                                a.administrator(),
                                                newcomer(),
                                                b.partner(),
                                                Set.of(Role.APPROVER))))
                .isEqualTo("NOT_FOUND");
        assertThat(memberships.members(a.administrator()))
                .extracting(Member::id)
                .isNotEmpty()
                .doesNotContain(inB);
        assertThat(memberships.members(b.administrator())).extracting(Member::id).contains(inB);
    }

    @Test
    void takesEffectAtOnceAndLeavesTheEvidence() {
        IssuerWorld world = issuers.another("Leaving Bank");
        PersonId person = person(world.designer());
        MembershipId membership = only(person);
        memberships.setRoles(
                world.administrator(), membership, Set.of(Role.APPROVER, Role.ISSUER_DESIGNER));
        assertThat(memberships.actor(person, membership).roles()).contains(Role.APPROVER);
        memberships.end(world.administrator(), membership);
        assertThat(memberships.of(person)).isEmpty();
        assertThat(code(() -> memberships.actor(person, membership))).isEqualTo("NOT_FOUND");
        AuditFilter of = new AuditFilter(null, null, membership.value(), null, null, null);
        assertThat(trail.page(world.auditor(), of, 0, 10))
                .extracting(r -> r.action())
                .containsExactly("membership.ended", "membership.changed", "membership.granted");
    }

    @Test
    void keepsAnAdministratorAndLetsNobodyChangeHerOwnRoles() {
        IssuerWorld world = issuers.another("Lonely Bank");
        PersonId admin = person(world.administrator());
        MembershipId own = only(admin);
        assertThat(code(() -> memberships.end(world.administrator(), own)))
                .isEqualTo("ROLES_OF_ONESELF");
        assertThat(code(() -> memberships.end(world.system(), own)))
                .isEqualTo("LAST_ADMINISTRATOR");
        assertThat(code(() -> memberships.setRoles(world.system(), own, Set.of(Role.APPROVER))))
                .isEqualTo("LAST_ADMINISTRATOR");
        memberships.grant(
                world.administrator(), newcomer(), world.issuer(), Set.of(Role.ADMINISTRATOR));
        memberships.end(world.system(), own);
        assertThat(memberships.of(admin)).isEmpty();
    }
}
