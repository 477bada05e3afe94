package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.credential.Credentials;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.Name;
import io.cardloom.tenancy.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to the tenants' own sign-in providers. A provider vouches for its own tenant's people
 * only: an issuer belongs to one tenant, and one that already vouches for people of others can
 * become nobody's.
 */
@Component
public class IdentityProviders {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final TenantWork work;
    private final TransactionTemplate across;
    private final IdentityProviderRepository rows;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    IdentityProviders(
            TenantWork work,
            PlatformTransactionManager transactions,
            IdentityProviderRepository rows,
            Directory directory,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.across = new TransactionTemplate(transactions);
        this.rows = rows;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Names or renames the tenant's provider; needs ADMINISTER.
     *
     * @throws Refusal {@code NOT_FOUND} for another tenant's; {@code PROVIDER_ADDRESS} when an
     *     address is neither https nor on loopback; {@code PROVIDER_ISSUER_TAKEN}; {@code
     *     NAME_INVALID}; {@code CREDENTIAL_NAME}
     */
    public void configure(Actor actor, IdentityProvider provider) {
        actor.require(Permission.ADMINISTER);
        if (!provider.tenant().equals(actor.tenant())) {
            throw Refusal.notFound("issuer");
        }
        addresses(provider).forEach(IdentityProviders::checkedAddress);
        Credentials.checkedName(provider.clientSecret());
        String name = Name.checked(provider.name());
        String clientId = Name.checked(provider.clientId());
        try {
            work.run(actor.tenant(), () -> keep(actor, provider, name, clientId));
        } catch (DataIntegrityViolationException e) {
            throw taken();
        }
    }

    private void keep(Actor actor, IdentityProvider provider, String name, String clientId) {
        TenantId tenant = actor.tenant();
        String issuer = provider.issuer().toString();
        String key = Digests.of(issuer);
        Optional<TenantId> owner = directory.owner(key);
        if ((owner.isPresent() && !owner.get().equals(tenant))
                || directory.vouchesElsewhere(key, tenant)) {
            throw taken();
        }
        if (owner.isEmpty()) {
            directory.claim(key, tenant);
        }
        IdentityProviderRow row = rows.find(tenant).orElseGet(() -> fresh(tenant));
        row.name = name;
        row.issuer = issuer;
        row.clientId = clientId;
        row.clientSecret = provider.clientSecret();
        row.authorization = provider.authorization().toString();
        row.token = provider.token().toString();
        row.keys = provider.keys().toString();
        row.userInfo = Objects.toString(provider.userInfo(), null);
        row.endSession = Objects.toString(provider.endSession(), null);
        if (row.tenantId == null) {
            rows.add(tenant, row);
        }
        trail.record(
                actor,
                new AuditEntry(
                        "identity.provider-configured",
                        row.id,
                        null,
                        Map.of(
                                "issuer", issuer,
                                "client", clientId,
                                "credential", provider.clientSecret())));
    }

    /**
     * Takes the tenant's provider away: nobody comes in by it any more, and its people's sessions
     * end as sessions do. Their memberships stay. Needs ADMINISTER.
     *
     * @return what was set
     * @throws Refusal {@code NOT_FOUND} when there is none
     */
    public IdentityProvider remove(Actor actor) {
        actor.require(Permission.ADMINISTER);
        TenantId tenant = actor.tenant();
        return work.call(
                tenant,
                () -> {
                    IdentityProviderRow row =
                            rows.find(tenant)
                                    .orElseThrow(() -> Refusal.notFound("sign-in provider"));
                    IdentityProvider was = provider(tenant, row);
                    rows.remove(tenant, row);
                    directory.release(tenant);
                    trail.record(
                            actor,
                            new AuditEntry(
                                    "identity.provider-removed",
                                    row.id,
                                    null,
                                    Map.of("issuer", row.issuer)));
                    return was;
                });
    }

    private IdentityProviderRow fresh(TenantId tenant) {
        IdentityProviderRow row = new IdentityProviderRow();
        row.id = Identifier.next("idp", clock);
        return row;
    }

    /** The tenant's own provider; empty when it uses Cardloom's. */
    public Optional<IdentityProvider> find(TenantId tenant) {
        return work.read(tenant, () -> rows.find(tenant).map(r -> provider(tenant, r)));
    }

    /**
     * The provider with exactly this {@code iss}; empty for Cardloom's own and unknown ones. Not to
     * be called inside a tenant's work.
     */
    public Optional<IdentityProvider> byIssuer(String issuer) {
        Optional<TenantId> owner = across.execute(status -> directory.owner(Digests.of(issuer)));
        return owner.flatMap(this::find);
    }

    private static IdentityProvider provider(TenantId tenant, IdentityProviderRow row) {
        return new IdentityProvider(
                tenant,
                row.name,
                URI.create(row.issuer),
                row.clientId,
                row.clientSecret,
                URI.create(row.authorization),
                URI.create(row.token),
                URI.create(row.keys),
                uri(row.userInfo),
                uri(row.endSession));
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static Stream<URI> addresses(IdentityProvider provider) {
        return Stream.of(
                        provider.issuer(),
                        provider.authorization(),
                        provider.token(),
                        provider.keys(),
                        provider.userInfo(),
                        provider.endSession())
                .filter(Objects::nonNull);
    }

    /**
     * The address itself, if a provider may have it: https, or http on this machine; no user, no
     * fragment, up to 500 characters.
     *
     * @throws Refusal {@code PROVIDER_ADDRESS}
     */
    public static URI checkedAddress(URI address) {
        String host = address.getHost();
        boolean safe =
                host != null
                        && address.getUserInfo() == null
                        && address.getFragment() == null
                        && address.toString().length() <= 500
                        && ("https".equals(address.getScheme())
                                || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
        if (!safe) {
            throw Refusal.invalid(
                    "PROVIDER_ADDRESS",
                    "Each address of a provider is an https address of up to 500 characters without"
                            + " user or fragment.");
        }
        return address;
    }

    private static Refusal taken() {
        return Refusal.conflict(
                "PROVIDER_ISSUER_TAKEN",
                "This sign-in issuer already vouches for people of other issuers. Give Cardloom a"
                        + " client in an issuer (realm, directory) of your own.");
    }
}
