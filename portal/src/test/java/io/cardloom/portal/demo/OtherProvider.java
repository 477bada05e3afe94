package io.cardloom.portal.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A bank's own sign-in: a second, real OpenID provider with people of its own. Like many, it tells
 * names and addresses at its user information endpoint only.
 */
final class OtherProvider implements AutoCloseable {

    static final String CLIENT = "cardloom-at-the-bank";
    static final String SECRET = "the bank's secret, with a space";
    static final String PASSWORD = "known at the bank only";

    /** Somebody there. */
    record Colleague(String user, String name, String email, boolean verified) {}

    private record Colleagues(Map<String, Colleague> byUser) {}

    private final ConfigurableApplicationContext context;

    private OtherProvider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts on a free port; what it may send people back to is what the portal told to register.
     */
    static OtherProvider start(String redirect, Colleague... people) {
        RegisteredClient client = client(redirect);
        UserDetails[] users =
                List.of(people).stream()
                        .map(
                                one ->
                                        User.withUsername(one.user())
                                                .password("{noop}" + PASSWORD)
                                                .roles("STAFF")
                                                .build())
                        .toArray(UserDetails[]::new);
        Map<String, Colleague> byUser =
                List.of(people).stream()
                        .collect(java.util.stream.Collectors.toMap(Colleague::user, one -> one));
        ApplicationContextInitializer<GenericApplicationContext> known =
                fresh -> {
                    fresh.registerBean(Colleagues.class, () -> new Colleagues(byUser));
                    fresh.registerBean(
                            UserDetailsService.class, () -> new InMemoryUserDetailsManager(users));
                    fresh.registerBean(
                            RegisteredClientRepository.class,
                            () -> new InMemoryRegisteredClientRepository(client));
                };
        return new OtherProvider(
                new SpringApplicationBuilder(Provider.class)
                        .web(WebApplicationType.SERVLET)
                        .initializers(known)
                        .properties(
                                Map.of(
                                        "spring.config.name", "other-provider",
                                        "spring.main.banner-mode", "off",
                                        "spring.jmx.enabled", "false",
                                        "server.port", 0,
                                        "server.address", "127.0.0.1",
                                        "server.servlet.session.cookie.name", "OTHER_PROVIDER"))
                        .registerShutdownHook(false)
                        .logStartupInfo(false)
                        .run());
    }

    String issuer() {
        WebServerApplicationContext served = (WebServerApplicationContext) context;
        return "http://localhost:" + Objects.requireNonNull(served.getWebServer()).getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient client(String redirect) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .build();
    }

    /** Deliberately no {@code @Configuration}: the portal's scan must not find it. */
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
    static class Provider {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http, Colleagues colleagues) {
            http.oauth2AuthorizationServer(
                    server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(
                                oidc ->
                                        oidc.userInfoEndpoint(
                                                who ->
                                                        who.userInfoMapper(
                                                                asked ->
                                                                        told(
                                                                                colleagues,
                                                                                asked.getAuthorization()
                                                                                        .getPrincipalName()))));
                    });
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.exceptionHandling(
                    refusals ->
                            refusals.authenticationEntryPoint(
                                    new LoginUrlAuthenticationEntryPoint("/login")));
            return http.build();
        }

        private static OidcUserInfo told(Colleagues colleagues, String user) {
            Colleague one = Objects.requireNonNull(colleagues.byUser().get(user));
            return OidcUserInfo.builder()
                    .subject(user)
                    .name(one.name())
                    .email(one.email())
                    .emailVerified(one.verified())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        AuthorizationServerSettings addresses() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("bank").generate()));
        }

        @Bean
        JwtDecoder tokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }
    }
}
