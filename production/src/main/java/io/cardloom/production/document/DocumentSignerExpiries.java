package io.cardloom.production.document;

import io.cardloom.production.expiry.ExpiringThing;
import io.cardloom.production.expiry.ExpirySource;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The certificate of the document signer whose turn it is; of several the longest good one. */
@Component
class DocumentSignerExpiries implements ExpirySource {

    private final DocumentSignerRepository repository;
    private final TenantWork work;

    DocumentSignerExpiries(DocumentSignerRepository repository, TenantWork work) {
        this.repository = repository;
        this.work = work;
    }

    @Override
    public List<ExpiringThing> expiring(TenantId tenant) {
        return work.read(tenant, () -> repository.latest(tenant)).stream()
                .max(Comparator.comparing(row -> row.notAfter))
                .stream()
                .map(
                        row ->
                                new ExpiringThing(
                                        row.id,
                                        "Certificate of document signer " + row.number,
                                        "Make a request for the next signer on the page Documents,"
                                                + " have the country's authority certify it,"
                                                + " and bring the certificate in.",
                                        row.notAfter))
                .toList();
    }
}
