package io.cardloom.tenancy.identity;

import static io.cardloom.tenancy.identity.MembershipsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.credential.Credentials;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class IdentityProvidersTest {

    @Autowired TwoIssuers issuers;
    @Autowired IdentityProviders providers;
    @Autowired People people;
    @Autowired Memberships memberships;
    @Autowired Credentials credentials;

    private static IdentityProvider provider(TenantId tenant, String issuer) {
        URI base = URI.create(issuer);
        return new IdentityProvider(
                tenant,
                "Staff sign-in",
                base,
                "cardloom",
                "staff-sign-in",
                base.resolve("/authorize"),
                base.resolve("/token"),
                base.resolve("/keys"),
                null,
                base.resolve("/logout"));
    }

    private static String fresh() {
        return "https://" + UUID.randomUUID() + ".example.org";
    }

    @Test
    void findsATenantsProviderByTenantAndByIssuer() {
        IssuerWorld world = issuers.another("Provider Bank");
        assertThat(providers.find(world.tenant())).isEmpty();
        IdentityProvider first = provider(world.tenant(), fresh());
        providers.configure(world.administrator(), first);
        assertThat(providers.find(world.tenant())).contains(first);
        assertThat(providers.byIssuer(first.issuer().toString())).contains(first);
        assertThat(providers.byIssuer(first.issuer() + "/")).isEmpty();

        IdentityProvider second = provider(world.tenant(), fresh());
        providers.configure(world.administrator(), second);
        assertThat(providers.find(world.tenant())).contains(second);
        assertThat(providers.byIssuer(first.issuer().toString())).isEmpty();
        assertThat(providers.byIssuer(second.issuer().toString())).contains(second);
    }

    @Test
    void givesAnIssuerToOneTenantOnly() {
        IssuerWorld one = issuers.another("First Bank");
        IssuerWorld other = issuers.another("Second Bank");
        String issuer = fresh();
        providers.configure(one.administrator(), provider(one.tenant(), issuer));
        assertThat(
                        code(
                                () ->
                                        providers.configure(
                                                other.administrator(),
                                                provider(other.tenant(), issuer))))
                .isEqualTo("PROVIDER_ISSUER_TAKEN");
        // The issuer that vouches for everybody in the fixture cannot be taken over either.
        assertThat(
                        code(
                                () ->
                                        providers.configure(
                                                one.administrator(),
                                                provider(
                                                        one.tenant(),
                                                        "https://people.example.org"))))
                .isEqualTo("PROVIDER_ISSUER_TAKEN");
    }

    @Test
    void letsATenantsProviderVouchForThatTenantOnly() {
        IssuerWorld one = issuers.another("Vouching Bank");
        String issuer = fresh();
        providers.configure(one.administrator(), provider(one.tenant(), issuer));
        PersonId person = people.signedIn(issuer, "subject", "Vera", "vera@example.org");
        Set<Role> roles = Set.of(Role.APPROVER);
        IssuerWorld b = issuers.b();
        assertThat(code(() -> memberships.grant(b.administrator(), person, b.issuer(), roles)))
                .isEqualTo("PROVIDER_OF_ANOTHER");
        assertThat(memberships.grant(one.administrator(), person, one.issuer(), roles)).isNotNull();
    }

    @Test
    void refusesUnsafeAddressesAndOthersTenants() {
        IssuerWorld a = issuers.a();
        for (String issuer :
                Set.of("http://sso.example.org", "https://me@sso.example.org", "file:///etc/x")) {
            assertThat(
                            code(
                                    () ->
                                            providers.configure(
                                                    a.administrator(),
                                                    provider(a.tenant(), issuer))))
                    .isEqualTo("PROVIDER_ADDRESS");
        }
        assertThat(
                        code(
                                () ->
                                        providers.configure(
                                                a.administrator(),
                                                provider(issuers.b().tenant(), fresh()))))
                .isEqualTo("NOT_FOUND");
        assertThat(code(() -> providers.configure(a.designer(), provider(a.tenant(), fresh()))))
                .isEqualTo("PERMISSION_MISSING");
    }

    @Test
    void takesAProviderAwayAndFreesItsIssuer() {
        IssuerWorld world = issuers.another("Leaving Bank");
        IdentityProvider set = provider(world.tenant(), fresh());
        assertThat(code(() -> providers.remove(world.administrator()))).isEqualTo("NOT_FOUND");
        providers.configure(world.administrator(), set);
        assertThat(code(() -> providers.remove(world.designer()))).isEqualTo("PERMISSION_MISSING");
        assertThat(providers.remove(world.administrator())).isEqualTo(set);
        assertThat(providers.find(world.tenant())).isEmpty();
        assertThat(providers.byIssuer(set.issuer().toString())).isEmpty();
        IssuerWorld next = issuers.another("Next Bank");
        providers.configure(next.administrator(), provider(next.tenant(), set.issuer().toString()));
        assertThat(providers.byIssuer(set.issuer().toString()))
                .map(IdentityProvider::tenant)
                .contains(next.tenant());
    }

    @Test
    void forgetsACredential() {
        IssuerWorld a = issuers.a();
        credentials.keep(a.administrator(), "to-forget", Secret.of("s3cret"));
        assertThat(code(() -> credentials.forget(a.designer(), "to-forget")))
                .isEqualTo("PERMISSION_MISSING");
        assertThat(code(() -> credentials.forget(a.administrator(), "../x")))
                .isEqualTo("CREDENTIAL_NAME");
        credentials.forget(a.administrator(), "to-forget");
        credentials.forget(a.administrator(), "to-forget");
        assertThat(code(() -> credentials.read(a.tenant(), "to-forget")))
                .isEqualTo("CREDENTIAL_MISSING");
    }

    @Test
    void keepsCredentialsByNameWithinTheTenant() {
        IssuerWorld a = issuers.a();
        credentials.keep(a.administrator(), "staff-sign-in", Secret.of("s3cret\n"));
        Secret<String> read = credentials.read(a.tenant(), "staff-sign-in");
        assertThat(read.reveal()).isEqualTo("s3cret");
        assertThat(read.toString()).isEqualTo("[REDACTED]");
        assertThat(code(() -> credentials.read(issuers.b().tenant(), "staff-sign-in")))
                .isEqualTo("CREDENTIAL_MISSING");
        String away = "../" + a.tenant() + "/staff-sign-in";
        assertThat(code(() -> credentials.read(issuers.b().tenant(), away)))
                .isEqualTo("CREDENTIAL_NAME");
        assertThat(code(() -> credentials.keep(a.designer(), "x", Secret.of("y"))))
                .isEqualTo("PERMISSION_MISSING");
        assertThat(code(() -> credentials.keep(a.administrator(), "x", Secret.of(""))))
                .isEqualTo("CREDENTIAL_SIZE");
    }
}
