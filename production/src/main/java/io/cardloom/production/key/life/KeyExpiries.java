package io.cardloom.production.key.life;

import io.cardloom.production.expiry.ExpiringThing;
import io.cardloom.production.expiry.ExpirySource;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The versions of keys that are active: each ought to be replaced in time. */
@Component
class KeyExpiries implements ExpirySource {

    private final KeyRepository repository;
    private final TenantWork work;

    KeyExpiries(KeyRepository repository, TenantWork work) {
        this.repository = repository;
        this.work = work;
    }

    @Override
    public List<ExpiringThing> expiring(TenantId tenant) {
        return work.read(
                tenant,
                () ->
                        repository.keys(tenant).stream()
                                .flatMap(
                                        k ->
                                                repository
                                                        .versions(tenant, new KeyId(k.id))
                                                        .stream()
                                                        .filter(v -> v.state == KeyState.ACTIVE)
                                                        .map(v -> thing(k, v)))
                                .toList());
    }

    private static ExpiringThing thing(IssuerKeyRow key, KeyVersionRow version) {
        return new ExpiringThing(
                version.id,
                "Key " + key.name + ", version " + version.number,
                "Hold a ceremony for a new version, and activate it.",
                version.replaceBy);
    }
}
