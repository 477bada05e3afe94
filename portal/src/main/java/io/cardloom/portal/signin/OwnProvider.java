package io.cardloom.portal.signin;

import io.cardloom.tenancy.credential.Credentials;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.identity.IdentityProvider;
import io.cardloom.tenancy.identity.IdentityProviders;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names an issuer's own sign-in provider: asks it for its endpoints, and keeps the secret apart.
 */
@Component
public class OwnProvider {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityProviders providers;
    private final Credentials credentials;
    private final ProviderDiscovery discovery;

    OwnProvider(IdentityProviders providers, Credentials credentials, ProviderDiscovery discovery) {
        this.providers = providers;
        this.credentials = credentials;
        this.discovery = discovery;
    }

    /**
     * What is set now; needs ADMINISTER.
     *
     * @return empty where everybody uses Cardloom accounts
     */
    public Optional<IdentityProvider> of(Actor actor) {
        actor.require(Permission.ADMINISTER);
        return providers.find(actor.tenant());
    }

    /**
     * Names or changes the provider; needs ADMINISTER. It is asked for its endpoints now, which
     * takes up to five seconds. A new secret gets a credential of its own, so that the row and its
     * secret change together; the former one is destroyed.
     *
     * @param secret empty leaves the secret as it is, for the same issuer and client only
     * @throws Refusal {@code CLIENT_SECRET_REQUIRED}; as {@link ProviderDiscovery#of}; as {@link
     *     IdentityProviders#configure}; {@code CREDENTIAL_SIZE}
     */
    public void name(
            Actor actor, String name, String issuer, String clientId, Secret<String> secret) {
        Optional<IdentityProvider> former = of(actor);
        ProviderDiscovery.Found found = discovery.of(issuer);
        boolean fresh = !secret.reveal().isBlank();
        String credential =
                fresh ? freshName() : keptName(former.orElse(null), found, clientId.strip());
        if (fresh) {
            credentials.keep(actor, credential, Secret.of(secret.reveal().strip()));
        }
        boolean done = false;
        try {
            providers.configure(
                    actor,
                    new IdentityProvider(
                            actor.tenant(),
                            name,
                            found.issuer(),
                            clientId.strip(),
                            credential,
                            found.authorization(),
                            found.token(),
                            found.keys(),
                            found.userInfo(),
                            found.endSession()));
            done = true;
        } finally {
            if (fresh && !done) {
                credentials.forget(actor, credential);
            }
        }
        if (fresh) {
            former.ifPresent(was -> credentials.forget(actor, was.clientSecret()));
        }
    }

    /**
     * Goes back to Cardloom accounts; needs ADMINISTER.
     *
     * @throws Refusal {@code NOT_FOUND} when no provider is set
     */
    public void remove(Actor actor) {
        credentials.forget(actor, providers.remove(actor).clientSecret());
    }

    /** A secret is never sent to another provider, or for another client, than it was given for. */
    private static String keptName(
            @Nullable IdentityProvider former, ProviderDiscovery.Found found, String clientId) {
        if (former == null
                || !former.issuer().equals(found.issuer())
                || !former.clientId().equals(clientId)) {
            throw Refusal.invalid(
                    "CLIENT_SECRET_REQUIRED",
                    "Write the client secret that this provider gave for this client.");
        }
        return former.clientSecret();
    }

    private static String freshName() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return "sign-in-" + HexFormat.of().formatHex(bytes);
    }
}
