package io.cardloom.tenancy.identity;

import static io.cardloom.tenancy.identity.MembershipsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ApiTokensTest {

    @Autowired TwoIssuers issuers;
    @Autowired Memberships memberships;
    @Autowired MembershipRepository members;
    @Autowired ApiTokens tokens;
    @Autowired ApiTokenRepository rows;
    @Autowired AuditTrail trail;
    @Autowired TenantWork work;
    @Autowired Clock clock;

    @SuppressWarnings("NullAway.Init")
    private IssuerWorld world;

    @BeforeEach
    void foundAnIssuer() {
        world = issuers.another("Tokens");
    }

    private ApiToken only(Actor actor) {
        return tokens.list(actor).getFirst();
    }

    @Test
    void actsForThePersonWithTheRolesOfThatMoment() {
        Secret<String> token = tokens.make(world.designer(), "Build server", 30);
        assertThat(tokens.actor(token.reveal())).contains(world.designer());

        MembershipId membership =
                memberships.of(Objects.requireNonNull(world.designer().person())).getFirst().id();
        memberships.setRoles(world.administrator(), membership, Set.of(Role.APPROVER));
        assertThat(tokens.actor(token.reveal()).orElseThrow().roles())
                .containsExactly(Role.APPROVER);

        memberships.end(world.administrator(), membership);
        assertThat(tokens.actor(token.reveal())).isEmpty();
        assertThat(tokens.list(world.administrator())).as("gone with the membership").isEmpty();
    }

    @Test
    void closesWithTheRevocationByItsOwnerOrAnAdministrator() {
        Secret<String> hers = tokens.make(world.designer(), "One", 30);
        ApiTokenId first = only(world.designer()).id();
        assertThat(code(() -> tokens.revoke(world.marketer(), first))).isEqualTo("NOT_FOUND");
        assertThat(code(() -> tokens.revoke(issuers.b().administrator(), first)))
                .isEqualTo("NOT_FOUND");
        assertThat(tokens.actor(hers.reveal())).isPresent();

        tokens.revoke(world.designer(), first);
        tokens.revoke(world.designer(), first);
        assertThat(tokens.actor(hers.reveal())).isEmpty();

        Secret<String> other = tokens.make(world.marketer(), "Two", 30);
        tokens.revoke(world.administrator(), only(world.marketer()).id());
        assertThat(tokens.actor(other.reveal())).isEmpty();
        AuditFilter of = new AuditFilter(null, null, first.value(), null, null, null);
        assertThat(trail.page(world.auditor(), of, 0, 10))
                .extracting(r -> r.action())
                .containsExactly("token.revoked", "token.made");
    }

    @Test
    void expires() {
        Secret<String> token = tokens.make(world.designer(), "Short", 7);
        ApiTokens later =
                new ApiTokens(
                        work,
                        rows,
                        members,
                        memberships,
                        trail,
                        Clock.offset(clock, Duration.ofDays(7)));
        assertThat(tokens.actor(token.reveal())).isPresent();
        assertThat(later.actor(token.reveal())).isEmpty();
    }

    @Test
    void opensNothingForATokenThatIsChangedAnywhere() {
        String token = tokens.make(world.designer(), "Changed", 7).reveal();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(token.length());
            char other = (char) (33 + random.nextInt(94));
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            if (!changed.equals(token)) {
                assertThat(tokens.actor(changed)).as(() -> "place " + at).isEmpty();
            }
        }
        assertThat(tokens.actor("")).isEmpty();
        assertThat(tokens.actor(token + "x")).isEmpty();
    }

    @Test
    void keepsOnlyTheHashAndShowsOthersNothing() {
        String token = tokens.make(world.designer(), "Hashed", 7).reveal();
        String proof = token.substring(token.lastIndexOf('.') + 1);
        ApiTokenId id = only(world.designer()).id();
        ApiTokenRow row =
                work.read(world.tenant(), () -> rows.find(world.tenant(), id)).orElseThrow();
        assertThat(row.tokenHash).hasSize(64).doesNotContain(proof);
        assertThat(tokens.list(world.marketer())).isEmpty();
        assertThat(tokens.list(world.administrator())).extracting(ApiToken::id).contains(id);
        assertThat(tokens.list(issuers.b().administrator()))
                .extracting(ApiToken::id)
                .doesNotContain(id);
    }

    @Test
    void refusesWhatIsNoToken() {
        Actor designer = world.designer();
        assertThat(code(() -> tokens.make(designer, "", 7))).isEqualTo("NAME_INVALID");
        assertThat(code(() -> tokens.make(designer, "x", 0))).isEqualTo("TOKEN_LIFE");
        assertThat(code(() -> tokens.make(designer, "x", 366))).isEqualTo("TOKEN_LIFE");
        assertThat(code(() -> tokens.make(world.system(), "x", 7))).isEqualTo("PERSON_REQUIRED");
        for (int i = 0; i < ApiTokens.MOST; i++) {
            tokens.make(designer, "Token " + i, 7);
        }
        assertThat(code(() -> tokens.make(designer, "x", 7))).isEqualTo("TOKENS_TOO_MANY");
        tokens.revoke(designer, only(designer).id());
        assertThat(tokens.make(designer, "x", 7)).isNotNull();
    }
}
