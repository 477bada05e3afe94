package io.cardloom.portal.api;

import io.cardloom.tenancy.permission.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/** A program that brought a token, and for whom it acts. */
final class ApiCaller implements OAuth2AuthenticatedPrincipal {

    private final Actor actor;

    ApiCaller(Actor actor) {
        this.actor = actor;
    }

    /** The actor of this request, which came from that address. */
    Actor from(String address) {
        return actor.from(address);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", getName());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getName() {
        return actor.requirePerson().value();
    }
}
