package io.cardloom.production.document;

import io.cardloom.production.expiry.ExpiringThing;
import io.cardloom.production.expiry.ExpirySource;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The document signer's certificate; of several the one that is good for longest. */
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
        return work.read(tenant, () -> repository.lasting(tenant)).stream()
                .map(
                        row ->
                                new ExpiringThing(
                                        row.id,
                                        "Certificate of the document signer",
                                        "Make a request on the page Documents, have the country's"
                                                + " authority certify it, and bring the"
                                                + " certificate in.",
                                        row.notAfter))
                .toList();
    }
}
