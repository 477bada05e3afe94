package io.cardloom.production.key;

import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.key.store.TransportKeys.Use;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The key that signs packages now. */
@Component
class OwnSigning {

    private static final int ATTEMPTS = 3;

    private final OwnCertificateRepository rows;
    private final TransportKeys keys;
    private final TenantWork work;

    OwnSigning(OwnCertificateRepository rows, TransportKeys keys, TenantWork work) {
        this.rows = rows;
        this.keys = keys;
        this.work = work;
    }

    /** The key of the certificate in use; the first one is made at the first asking. */
    TransportKeys.Identity signing(TenantId tenant) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<OwnCertificate> all = all(tenant);
            if (all.isEmpty()) {
                return keys.signing(tenant);
            }
            Optional<TransportKeys.Identity> key =
                    all.stream()
                            .filter(c -> c.state() == OwnCertificateState.ACTIVE)
                            .findFirst()
                            .flatMap(c -> keys.find(tenant, Use.SIGNING, c.number()));
            if (key.isPresent()) {
                return key.get();
            }
            // It was replaced and destroyed between the two readings.
        }
        throw new IllegalStateException("the key of the signing certificate in use is not there");
    }

    /** What is in use, comes or goes, newest first; empty before the first renewal. */
    List<OwnCertificate> announced(TenantId tenant) {
        return all(tenant).stream().filter(c -> c.state().announced()).toList();
    }

    private List<OwnCertificate> all(TenantId tenant) {
        return work.read(tenant, () -> rows.of(tenant, OwnPurpose.SIGNING)).stream()
                .map(OwnCertificateRow::read)
                .toList();
    }
}
