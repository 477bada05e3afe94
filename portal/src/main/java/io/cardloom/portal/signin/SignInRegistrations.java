package io.cardloom.portal.signin;

import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.credential.Credentials;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.identity.IdentityProvider;
import io.cardloom.tenancy.identity.IdentityProviders;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(SignInRegistrations.class);

    private final ObjectProvider<EmbeddedProvider> embedded;
    private final IdentityProviders own;
    private final Credentials credentials;

    SignInRegistrations(
            ObjectProvider<EmbeddedProvider> embedded,
            IdentityProviders own,
            Credentials credentials) {
        this.embedded = embedded;
        this.own = own;
        this.credentials = credentials;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface's contract: null for an unknown registration
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (EmbeddedProvider.CLIENT.equals(id)) {
            return embedded();
        }
        return tenant(id).flatMap(own::find).map(this::registration).orElse(null);
    }

    /** Whether people can come by this registration now. */
    boolean isOpen(String id) {
        return findByRegistrationId(id) != null;
    }

    /** Whether this is the issuer of Cardloom's own accounts. */
    boolean isEmbedded(String issuer) {
        EmbeddedProvider provider = embedded.getIfAvailable();
        return provider != null && issuer.equals(provider.issuer());
    }

    private static Optional<TenantId> tenant(String id) {
        try {
            return Optional.of(new TenantId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
                        Map.of("end_session_endpoint", issuer + "/connect/logout"))
                .build();
    }

    /** Null while the secret is not there: it may be on its way from a secret store. */
    private @Nullable ClientRegistration registration(IdentityProvider provider) {
        Secret<String> secret;
        try {
            secret = credentials.read(provider.tenant(), provider.clientSecret());
        } catch (Refusal refusal) {
            LOG.warn("No sign-in for {}: {}", provider.tenant(), refusal.code());
            return null;
        }
        ClientRegistration.Builder registration =
                builder(provider.tenant().value())
                        .clientName(provider.name())
                        .clientId(provider.clientId())
                        .clientSecret(secret.reveal())
                        .authorizationUri(provider.authorization().toString())
                        .tokenUri(provider.token().toString())
                        .jwkSetUri(provider.keys().toString())
                        .issuerUri(provider.issuer().toString());
        if (provider.userInfo() != null) {
            registration.userInfoUri(provider.userInfo().toString());
        }
        if (provider.endSession() != null) {
            registration.providerConfigurationMetadata(
                    Map.of("end_session_endpoint", provider.endSession().toString()));
        }
        return registration.build();
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
