package io.cardloom.portal.signin;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The portal's gate: everything asks for a sign-in but style sheets, typefaces and the health word.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInConfiguration {

    @Bean
    SecurityFilterChain portal(HttpSecurity http, PeopleSigningIn people) {
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
                                .userInfoEndpoint(claims -> claims.oidcUserService(people)));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage(SignInController.PATH, "{baseUrl}/sign-in"));
        return http.build();
    }
}
