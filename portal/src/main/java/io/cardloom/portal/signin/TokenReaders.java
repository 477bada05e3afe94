package io.cardloom.portal.signin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Reads and checks identity tokens by the registration of this moment.
 *
 * <p>The framework's own factory keeps a reader for each registration's id until the process ends;
 * a tenant that names another provider would go on being judged by the keys of the former one.
 */
@Component
class TokenReaders implements JwtDecoderFactory<ClientRegistration> {

    /** What a reader depends on. */
    private record Terms(String issuer, String client, String keys) {

        static Terms of(ClientRegistration registration) {
            ClientRegistration.ProviderDetails provider = registration.getProviderDetails();
            return new Terms(
                    String.valueOf(provider.getIssuerUri()),
                    registration.getClientId(),
                    String.valueOf(provider.getJwkSetUri()));
        }
    }

    private record Reader(Terms terms, JwtDecoder decoder) {}

    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final ProviderCalls calls;

    TokenReaders(ProviderCalls calls) {
        this.calls = calls;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        Terms terms = Terms.of(registration);
        return readers.compute(
                        registration.getRegistrationId(),
                        (id, known) ->
                                known != null && known.terms().equals(terms)
                                        ? known
                                        : new Reader(terms, reader(registration, terms)))
                .decoder();
    }

    private JwtDecoder reader(ClientRegistration registration, Terms terms) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(terms.keys())
                        .restOperations(calls.answers())
                        .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(
                        List.of(new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }
}
