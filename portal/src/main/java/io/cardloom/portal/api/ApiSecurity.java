package io.cardloom.portal.api;

import io.cardloom.tenancy.identity.ApiTokens;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gate of the API: a bearer token (RFC 6750) at each request, no session, no cookie. A cookie
 * of the portal opens nothing here, so no page elsewhere can make a browser call it.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String ROOT = "/api/v1";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.sessionManagement(
                session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.oauth2ResourceServer(
                server ->
                        server.authenticationEntryPoint(unauthorized())
                                .opaqueToken(opaque -> opaque.introspector(reading(tokens))));
        http.exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized()));
        return http.build();
    }

    private static OpaqueTokenIntrospector reading(ApiTokens tokens) {
        return text ->
                tokens.actor(text)
                        .map(ApiCaller::new)
                        .orElseThrow(() -> new BadOpaqueTokenException("the token opens nothing"));
    }

    private static AuthenticationEntryPoint unauthorized() {
        return (request, response, refused) -> {
            boolean brought = refused instanceof OAuth2AuthenticationException;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    brought ? "Bearer error=\"invalid_token\"" : "Bearer");
            say(response);
        };
    }

    private static void say(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JsonMapper.shared()
                .writeValue(
                        response.getOutputStream(),
                        Map.of(
                                "status",
                                HttpStatus.UNAUTHORIZED.value(),
                                "title",
                                HttpStatus.UNAUTHORIZED.getReasonPhrase(),
                                "detail",
                                "Send a token that is neither expired nor revoked in the header"
                                        + " Authorization: Bearer.",
                                "code",
                                "TOKEN_INVALID"));
    }
}
