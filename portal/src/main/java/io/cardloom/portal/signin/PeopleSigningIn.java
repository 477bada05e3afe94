package io.cardloom.portal.signin;

import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Turns a checked identity token into the person Cardloom knows by (issuer, subject). That the
 * token is the registered issuer's is checked before ({@link TokenReaders}).
 */
@Component
class PeopleSigningIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final People people;

    PeopleSigningIn(People people, ProviderCalls calls) {
        this.people = people;
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(calls.answers());
        claims.setOauth2UserService(userInfo);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser said = claims.loadUser(request);
        String registration = request.getClientRegistration().getRegistrationId();
        boolean ours = EmbeddedProvider.CLIENT.equals(registration);
        String issuer = ours ? EmbeddedProvider.IDENTITY : issuer(request);
        String subject = Objects.requireNonNull(said.getSubject(), "an identity token has a sub");
        try {
            PersonId person =
                    people.signedIn(issuer, subject, Claims.name(said), Claims.email(said));
            return new CardloomUser(said, person, ours ? null : new TenantId(registration));
        } catch (Refusal refusal) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(refusal.code(), refusal.sentence(), null), refusal);
        }
    }

    private static String issuer(OidcUserRequest request) {
        return Objects.requireNonNull(
                request.getClientRegistration().getProviderDetails().getIssuerUri(),
                "a tenant's provider has an issuer");
    }
}
