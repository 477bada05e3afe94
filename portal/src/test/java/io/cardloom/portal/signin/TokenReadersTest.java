package io.cardloom.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtException;

class TokenReadersTest {

    private final Loopback server = new Loopback();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void judgesByTheProviderThatIsSetNow() throws Exception {
        TokenReaders readers = new TokenReaders(Loopback.bean(true, ProviderCalls.class));
        RSAKey first = key("/first");
        RSAKey second = key("/second");
        String before = token(first, "/first");
        String after = token(second, "/second");

        assertThat(readers.createDecoder(registration("/first")).decode(before).getSubject())
                .isEqualTo("vera");
        assertThat(readers.createDecoder(registration("/first")))
                .isSameAs(readers.createDecoder(registration("/first")));
        // The tenant names another provider, under the same registration.
        assertThat(readers.createDecoder(registration("/second")).decode(after).getSubject())
                .isEqualTo("vera");
        assertThatThrownBy(() -> readers.createDecoder(registration("/second")).decode(before))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void refusesAnotherIssuersWordUnderTheRightKey() throws Exception {
        TokenReaders readers = new TokenReaders(Loopback.bean(true, ProviderCalls.class));
        RSAKey key = key("/first");
        String foreign = token(key, "/second");
        assertThatThrownBy(() -> readers.createDecoder(registration("/first")).decode(foreign))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void takesKeysFromNowhereInside() throws Exception {
        TokenReaders serving = new TokenReaders(Loopback.bean(false, ProviderCalls.class));
        String token = token(key("/first"), "/first");
        assertThatThrownBy(() -> serving.createDecoder(registration("/first")).decode(token))
                .isInstanceOf(JwtException.class)
                .hasStackTraceContaining("DESTINATION_INSIDE");
    }

    @Test
    void endsReadingKeysThatGoOn() throws Exception {
        TokenReaders readers = new TokenReaders(Loopback.bean(true, ProviderCalls.class));
        RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
        server.on(
                "/first/keys", Loopback.json(" ".repeat(300_000) + new JWKSet(key.toPublicJWK())));
        String token = token(key, "/first");
        assertThatThrownBy(() -> readers.createDecoder(registration("/first")).decode(token))
                .isInstanceOf(JwtException.class)
                .hasStackTraceContaining("too long");
    }

    private RSAKey key(String path) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
        server.on(path + "/keys", Loopback.json(new JWKSet(key.toPublicJWK()).toString()));
        return key;
    }

    private String token(RSAKey key, String path) throws Exception {
        Date now = Date.from(Clock.systemUTC().instant());
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(server.address() + path)
                        .subject("vera")
                        .audience("cardloom")
                        .issueTime(now)
                        .expirationTime(new Date(now.getTime() + 60_000))
                        .build();
        SignedJWT signed =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
        signed.sign(new RSASSASigner(key));
        return signed.serialize();
    }

    private ClientRegistration registration(String path) {
        String issuer = server.address() + path;
        return ClientRegistration.withRegistrationId("ten_01JD0000000000000000000000")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId("cardloom")
                .clientSecret("s")
                .redirectUri("http://localhost/back")
                .scope("openid")
                .authorizationUri(issuer + "/authorize")
                .tokenUri(issuer + "/token")
                .jwkSetUri(issuer + "/keys")
                .issuerUri(issuer)
                .build();
    }
}
