package io.cardloom.tenancy.identity;

import static io.cardloom.tenancy.identity.MembershipsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class InvitationsTest {

    private static final String PHRASE = "a long enough phrase";
    private static final Set<Role> MARKETER = Set.of(Role.PARTNER_MARKETER);

    @Autowired TwoIssuers issuers;
    @Autowired People people;
    @Autowired Memberships memberships;
    @Autowired Invitations invitations;
    @Autowired InvitationRepository rows;
    @Autowired Grants grants;
    @Autowired LocalAccounts accounts;
    @Autowired Organizations organizations;
    @Autowired AuditTrail trail;
    @Autowired TenantWork work;

    private final String email = "guest" + UUID.randomUUID() + "@example.org";

    private PersonId guest() {
        return people.signedIn(
                "https://people.example.org", UUID.randomUUID().toString(), "Guest", email);
    }

    private Invitation invite() {
        IssuerWorld a = issuers.a();
        return invitations.invite(a.administrator(), a.partner(), email, MARKETER);
    }

    @Test
    void bringsAPersonInOnce() {
        Invitation invitation = invite();
        PersonId guest = guest();
        String token = invitation.token().reveal();
        MembershipId membership =
                invitations.accept(guest, email.toUpperCase(java.util.Locale.ROOT), token, "here");

        assertThat(memberships.actor(guest, membership).roles()).isEqualTo(MARKETER);
        assertThat(code(() -> invitations.accept(guest(), email, token, "here")))
                .isEqualTo("INVITATION_INVALID");
        AuditFilter of = new AuditFilter(null, null, invitation.id().value(), null, null, null);
        assertThat(trail.page(issuers.auditor(), of, 0, 10))
                .extracting(r -> r.action() + " from " + r.origin())
                .containsExactly("invitation.accepted from here", "invitation.made from cardloom");
    }

    @Test
    void opensAnAccountForTheInvitedAddressAndLeavesTheInvitationOpen() {
        Invitation invitation = invite();
        String token = invitation.token().reveal();
        LocalAccounts.LocalAccount opened =
                invitations.openAccount(" " + token + "\n", " Ada Lind ", PHRASE, "192.0.2.7");

        assertThat(opened.email()).isEqualTo(email);
        assertThat(opened.name()).isEqualTo("Ada Lind");
        assertThat(accounts.signIn(email, PHRASE)).contains(opened);
        AuditFilter of = new AuditFilter(null, null, invitation.id().value(), null, null, null);
        assertThat(trail.page(issuers.auditor(), of, 0, 10))
                .extracting(r -> r.action() + " from " + r.origin())
                .startsWith("invitation.account-opened from 192.0.2.7")
                .hasSize(2);
        assertThat(invitations.accept(guest(), email, token, "here")).isNotNull();
    }

    @Test
    void opensNoAccountWithoutAnOpenInvitation() {
        String token = invite().token().reveal();
        char last = token.charAt(token.length() - 1);
        String forged = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
        String elsewhere = issuers.b().tenant() + token.substring(30);
        for (String wrong : List.of(forged, elsewhere, "", "x", token + "x")) {
            assertThat(code(() -> invitations.openAccount(wrong, "Ada", PHRASE, "here")))
                    .isEqualTo("INVITATION_INVALID");
        }
        invitations.accept(guest(), email, token, "here");
        assertThat(code(() -> invitations.openAccount(token, "Ada", PHRASE, "here")))
                .isEqualTo("INVITATION_INVALID");
        assertThat(accounts.byEmail(email)).isEmpty();
    }

    @Test
    void opensNoAccountWithAPasswordOrANameThatWillNotDo() {
        String token = invite().token().reveal();
        assertThat(code(() -> invitations.openAccount(token, "Ada", "short", "here")))
                .isEqualTo("PASSWORD_LENGTH");
        assertThat(code(() -> invitations.openAccount(token, "Ada", "x".repeat(129), "here")))
                .isEqualTo("PASSWORD_LENGTH");
        assertThat(code(() -> invitations.openAccount(token, " ", PHRASE, "here")))
                .isEqualTo("NAME_INVALID");
        assertThat(accounts.byEmail(email)).isEmpty();
    }

    @Test
    void tellsThatAnAccountExistsOnlyToWhoHasTheCode() {
        accounts.open(email, "Ada", PHRASE);
        String token = invite().token().reveal();
        String forged = token.substring(0, 62) + "A".repeat(43);
        assertThat(code(() -> invitations.openAccount(token, "Eve", PHRASE, "here")))
                .isEqualTo("ACCOUNT_EXISTS");
        assertThat(code(() -> invitations.openAccount(forged, "Eve", PHRASE, "here")))
                .isEqualTo("INVITATION_INVALID");
    }

    @Test
    void opensOneAccountForAnAddressThatTwoIssuersInvited() throws Exception {
        IssuerWorld b = issuers.b();
        String first = invite().token().reveal();
        String second =
                invitations
                        .invite(b.administrator(), b.partner(), email, MARKETER)
                        .token()
                        .reveal();
        Callable<String> opening = () -> opening(first);
        Callable<String> other = () -> opening(second);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> answers = two.invokeAll(List.of(opening, other));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("opened", "ACCOUNT_EXISTS");
        }
    }

    private String opening(String token) {
        try {
            invitations.openAccount(token, "Ada", PHRASE, "here");
            return "opened";
        } catch (io.cardloom.tenancy.refusal.Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        Invitation invitation = invite();
        String proof = invitation.token().reveal().substring(62);
        String kept =
                work.call(
                        issuers.a().tenant(),
                        () ->
                                rows.lock(issuers.a().tenant(), invitation.id())
                                        .orElseThrow()
                                        .tokenHash);
        assertThat(kept).hasSize(64).isNotEqualTo(proof).isEqualTo(Digests.of(proof));
        assertThat(invitation.toString()).doesNotContain(proof).contains("[REDACTED]");
    }

    @Test
    void refusesATokenThatIsNotTheOne() {
        String token = invite().token().reveal();
        char last = token.charAt(token.length() - 1);
        String forged = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
        String elsewhere = issuers.b().tenant() + token.substring(30);
        for (String wrong : List.of(forged, elsewhere, "", "x", token + "x")) {
            assertThat(code(() -> invitations.accept(guest(), email, wrong, "here")))
                    .isEqualTo("INVITATION_INVALID");
        }
    }

    @Test
    void refusesAnotherAddress() {
        String token = invite().token().reveal();
        assertThat(code(() -> invitations.accept(guest(), "other@example.org", token, "here")))
                .isEqualTo("INVITATION_FOR_ANOTHER");
        assertThat(invitations.accept(guest(), email, token, "here")).isNotNull();
    }

    @Test
    void refusesAnExpiredToken() {
        String token = invite().token().reveal();
        Clock later = Clock.offset(Clock.systemUTC(), Invitations.LIFE.plus(Duration.ofSeconds(1)));
        Invitations then =
                new Invitations(work, rows, grants, people, accounts, organizations, trail, later);
        assertThat(code(() -> then.accept(guest(), email, token, "here")))
                .isEqualTo("INVITATION_EXPIRED");
        assertThat(code(() -> then.openAccount(token, "Ada", PHRASE, "192.0.2.7")))
                .isEqualTo("INVITATION_EXPIRED");
        assertThat(accounts.byEmail(email)).isEmpty();
    }

    @Test
    void refusesHerOwnInvitation() {
        IssuerWorld a = issuers.a();
        PersonId admin = Objects.requireNonNull(a.administrator().person());
        String address = people.get(admin).email();
        Invitation own =
                invitations.invite(
                        a.administrator(), a.issuer(), address, Set.of(Role.PRODUCTION_OPERATOR));
        assertThat(code(() -> invitations.accept(admin, address, own.token().reveal(), "here")))
                .isEqualTo("ROLES_OF_ONESELF");
    }

    @Test
    void refusesToInviteWhereItDoesNotFit() {
        IssuerWorld a = issuers.a();
        assertThat(code(() -> invitations.invite(a.designer(), a.partner(), email, MARKETER)))
                .isEqualTo("PERMISSION_MISSING");
        assertThat(code(() -> invitations.invite(a.administrator(), a.issuer(), email, MARKETER)))
                .isEqualTo("ROLE_NOT_HERE");
        assertThat(
                        code(
                                () ->
                                        invitations.invite(
                                                a.administrator(),
                                                a.partner(),
                                                "nobody",
                                                MARKETER)))
                .isEqualTo("EMAIL_INVALID");
        assertThat(
                        code(
                                () ->
                                        invitations.invite(
                                                a.administrator(),
                                                a.issuer(),
                                                email,
                                                Set.of(Role.AUDITOR, Role.APPROVER))))
                .isEqualTo("DUTIES_SEPARATED");
        assertThat(
                        code(
                                () ->
                                        invitations.invite(
                                                a.administrator(),
                                                issuers.b().partner(),
                                                email,
                                                MARKETER)))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void letsOneOfTwoWhoAcceptAtOnceIn() throws Exception {
        String token = invite().token().reveal();
        Callable<Boolean> accepting =
                () -> {
                    try {
                        return !invitations.accept(guest(), email, token, "here").value().isEmpty();
                    } catch (io.cardloom.tenancy.refusal.Refusal e) {
                        return false;
                    }
                };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> answers = two.invokeAll(List.of(accepting, accepting));
            assertThat(answers.get(0).get() ^ answers.get(1).get()).isTrue();
        }
    }
}
