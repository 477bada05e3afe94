package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.TenantId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's own OpenID Connect provider, with explicit endpoints so that a start needs no network.
 *
 * @param name what the sign-in page calls it
 * @param issuer the exact {@code iss} of its tokens
 * @param clientSecret the name of the tenant's credential that holds the secret
 * @param userInfo null where the id token says everything
 * @param endSession null where the provider knows no sign-out
 */
public record IdentityProvider(
        TenantId tenant,
        String name,
        URI issuer,
        String clientId,
        String clientSecret,
        URI authorization,
        URI token,
        URI keys,
        @Nullable URI userInfo,
        @Nullable URI endSession) {}
