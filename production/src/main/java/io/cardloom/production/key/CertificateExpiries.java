package io.cardloom.production.key;

import io.cardloom.production.expiry.ExpiringThing;
import io.cardloom.production.expiry.ExpirySource;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The certificates of files: those registered, of which the last one counts, and Cardloom's. */
@Component
class CertificateExpiries implements ExpirySource {

    private final TransportCertificateRepository repository;
    private final PublishedCertificates published;
    private final OpenPgpCertificates openPgp;
    private final CertificateWithdrawals withdrawals;
    private final Organizations organizations;
    private final TenantWork work;

    CertificateExpiries(
            TransportCertificateRepository repository,
            PublishedCertificates published,
            OpenPgpCertificates openPgp,
            CertificateWithdrawals withdrawals,
            Organizations organizations,
            TenantWork work) {
        this.repository = repository;
        this.published = published;
        this.openPgp = openPgp;
        this.withdrawals = withdrawals;
        this.organizations = organizations;
        this.work = work;
    }

    @Override
    public List<ExpiringThing> expiring(TenantId tenant) {
        List<ExpiringThing> all = new ArrayList<>();
        for (RegisteredCertificate last : lasting(tenant)) {
            String whose = organizations.get(tenant, last.organization()).name();
            all.add(
                    new ExpiringThing(
                            last.sha256(),
                            "Certificate of " + whose + " to " + last.purpose().words(),
                            "Get the next certificate from them and register it; both are good"
                                    + " until this one ends.",
                            last.notAfter()));
        }
        lastingOpenPgp(tenant).ifPresent(all::add);
        for (OwnPurpose purpose : OwnPurpose.values()) {
            published.lasting(tenant, purpose).ifPresent(last -> all.add(own(purpose, last)));
        }
        return all;
    }

    /** Of the issuer's OpenPGP keys the one that is good for longest; none when it does not end. */
    private Optional<ExpiringThing> lastingOpenPgp(TenantId tenant) {
        return openPgp.trusted(tenant).stream()
                .max(Comparator.comparing(OpenPgpCertificate::notAfter))
                .filter(key -> key.notAfter().isBefore(Instant.MAX))
                .map(
                        key ->
                                new ExpiringThing(
                                        key.fingerprint(),
                                        "OpenPGP key of "
                                                + organizations
                                                        .get(tenant, organizations.issuer(tenant))
                                                        .name()
                                                + " to sign cardholder files",
                                        "Register the next key, or the same one with its new last"
                                                + " day.",
                                        key.notAfter()));
    }

    /** Of each organization and purpose the one that is good for longest. */
    private Collection<RegisteredCertificate> lasting(TenantId tenant) {
        Map<String, RegisteredCertificate> last = new LinkedHashMap<>();
        Map<String, Instant> withdrawn = withdrawals.of(tenant);
        for (RegisteredCertificate one : work.read(tenant, () -> repository.all(tenant))) {
            if (withdrawn.containsKey(one.sha256())) {
                continue;
            }
            last.merge(
                    one.organization() + "/" + one.purpose(),
                    one,
                    (a, b) -> a.notAfter().isBefore(b.notAfter()) ? b : a);
        }
        return last.values();
    }

    private static ExpiringThing own(OwnPurpose purpose, OwnEncoding own) {
        return new ExpiringThing(
                own.fingerprint(),
                "Cardloom's certificate to " + purpose.words(),
                "Have two key custodians renew it, and give the next one to those who use it.",
                own.notAfter());
    }
}
