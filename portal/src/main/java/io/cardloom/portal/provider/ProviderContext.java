package io.cardloom.portal.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.cardloom.tenancy.identity.Invitations;
import io.cardloom.tenancy.identity.LocalAccounts;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The provider's beans. Deliberately no {@code @Configuration}: the portal's scan must not find it.
 */
@EnableWebSecurity
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class ProviderContext {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(
                server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> {});
                });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(
                refusals ->
                        refusals.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint(SignInPage.PATH)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, LocalAccounts accounts, PortalAddress portal) {
        http.authorizeHttpRequests(
                requests ->
                        requests.requestMatchers(
                                        SignInPage.PATH,
                                        OpenAccountPage.PATH,
                                        "/cardloom/**",
                                        "/provider/**",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated());
        http.authenticationProvider(new LocalSignIn(accounts));
        // Who came to this page without the portal is sent there, and comes back recognized.
        http.formLogin(
                form ->
                        form.loginPage(SignInPage.PATH)
                                .defaultSuccessUrl(portal.value())
                                .permitAll());
        http.headers(
                headers ->
                        headers.contentSecurityPolicy(
                                policy ->
                                        policy.policyDirectives(
                                                "default-src 'self'; frame-ancestors 'none';"
                                                        + " base-uri 'none'")));
        return http.build();
    }

    @Bean
    RouterFunction<ServerResponse> signInPage(
            ObjectProvider<DemonstrationSignIns.One> demonstration) {
        return new SignInPage(demonstration.stream().toList()).route();
    }

    @Bean
    RouterFunction<ServerResponse> openAccountPage(Invitations invitations) {
        return new OpenAccountPage(invitations).route();
    }

    @Bean
    AuthorizationServerSettings addresses(ProviderSettings settings) {
        AuthorizationServerSettings.Builder addresses = AuthorizationServerSettings.builder();
        if (settings.issuer() != null) {
            addresses.issuer(settings.issuer());
        }
        return addresses.build();
    }

    /**
     * Says in the identity token who it is; nothing about tenants or roles, which are not its to
     * say. That the address is verified is true of every account: see {@link LocalAccounts}.
     */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whoItIs() {
        return token -> {
            Authentication signIn = token.getPrincipal();
            if (signIn != null && signIn.getPrincipal() instanceof SignedIn person) {
                token.getClaims()
                        .claim("name", person.displayName())
                        .claim("email", person.email())
                        .claim("email_verified", true);
            }
        };
    }

    /** Signing keys live as long as the process: an identity token is read once, at sign-in. */
    @Bean
    JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAKey key =
                new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID("sign-in")
                        .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Reads the provider's own tokens, for its user information endpoint. */
    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }
}
