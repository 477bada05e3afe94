package io.cardloom.portal.signin;

import io.cardloom.portal.provider.EmbeddedProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * The providers people may come from: {@code cardloom} for the embedded one, a tenant's id for its
 * own. Endpoints are explicit, so that no start waits for a provider.
 */
@Component
class SignInRegistrations implements ClientRegistrationRepository {

    private final ObjectProvider<EmbeddedProvider> embedded;

    SignInRegistrations(ObjectProvider<EmbeddedProvider> embedded) {
        this.embedded = embedded;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface's contract: null for an unknown registration
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (EmbeddedProvider.CLIENT.equals(id)) {
            return embedded();
        }
        return null;
    }

    private @Nullable ClientRegistration embedded() {
        EmbeddedProvider provider = embedded.getIfAvailable();
        if (provider == null || provider.issuer() == null) {
            return null;
        }
        String issuer = Objects.requireNonNull(provider.issuer());
        return builder(EmbeddedProvider.CLIENT)
                .clientName("Cardloom")
                .clientId(EmbeddedProvider.CLIENT)
                .clientSecret(provider.clientSecret())
                .authorizationUri(issuer + "/oauth2/authorize")
                .tokenUri(issuer + "/oauth2/token")
                .jwkSetUri(issuer + "/oauth2/jwks")
                .issuerUri(issuer)
                .providerConfigurationMetadata(
                        java.util.Map.of("end_session_endpoint", issuer + "/connect/logout"))
                .build();
    }

    private static ClientRegistration.Builder builder(String id) {
        return ClientRegistration.withRegistrationId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
    }
}
