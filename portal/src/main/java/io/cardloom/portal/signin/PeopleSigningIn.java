package io.cardloom.portal.signin;

import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.net.URL;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns a checked identity token into the person Cardloom knows by (issuer, subject). */
@Component
class PeopleSigningIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final People people;

    PeopleSigningIn(People people) {
        this.people = people;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser said = claims.loadUser(request);
        String registration = request.getClientRegistration().getRegistrationId();
        String subject = Objects.requireNonNull(said.getSubject(), "an identity token has a sub");
        URL issuer =
                Objects.requireNonNull(
                        said.getIdToken().getIssuer(), "an identity token has an iss");
        boolean ours = EmbeddedProvider.CLIENT.equals(registration);
        PersonId person =
                people.signedIn(
                        ours ? EmbeddedProvider.IDENTITY : issuer.toString(),
                        subject,
                        Objects.requireNonNullElse(said.getFullName(), subject),
                        Objects.requireNonNullElse(said.getEmail(), ""));
        return new CardloomUser(said, person, ours ? null : new TenantId(registration));
    }
}
