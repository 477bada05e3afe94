package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to the tenants' own sign-in providers. */
@Component
public class IdentityProviders {

    /** Names or renames the tenant's provider; needs ADMINISTER. */
    public void configure(Actor actor, IdentityProvider provider) {
        throw new IllegalStateException("not built yet");
    }

    /** The tenant's own provider; empty when it uses Cardloom's. */
    public Optional<IdentityProvider> find(TenantId tenant) {
        throw new IllegalStateException("not built yet");
    }

    /** The provider with exactly this {@code iss}; one issuer belongs to one tenant. */
    public Optional<IdentityProvider> byIssuer(String issuer) {
        throw new IllegalStateException("not built yet");
    }
}
