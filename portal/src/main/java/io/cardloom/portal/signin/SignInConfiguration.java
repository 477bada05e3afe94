package io.cardloom.portal.signin;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The portal's gate: everything asks for a sign-in but style sheets, typefaces and the health word.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInConfiguration {

    @Bean
    SecurityFilterChain portal(HttpSecurity http, PeopleSigningIn people, ProviderCalls calls) {
        RestClientAuthorizationCodeTokenResponseClient tokens =
                new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(calls.tokens());
        http.authorizeHttpRequests(
                requests ->
                        requests.requestMatchers(
                                        "/cardloom/**",
                                        "/provider/**",
                                        "/actuator/health",
                                        SignInController.PATH)
                                .permitAll()
                                .requestMatchers("/design-parts/**")
                                .authenticated());
        http.oauth2Login(
                login ->
                        login.loginPage(SignInController.PATH)
                                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                                .userInfoEndpoint(claims -> claims.oidcUserService(people)));
        // Whoever starts a sign-in from outside may do so by form, too; it changes nothing here.
        http.csrf(
                csrf ->
                        csrf.ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults()
                                        .matcher(HttpMethod.POST, SignInController.PATH)));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage(SignInController.PATH, "{baseUrl}/sign-in"));
        return http.build();
    }
}
