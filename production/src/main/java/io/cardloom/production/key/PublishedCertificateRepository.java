package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps Cardloom's own public certificates where processes without keys find them. */
@Repository
class PublishedCertificateRepository {

    private final EntityManager entities;

    PublishedCertificateRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, PublishedCertificateRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    Optional<PublishedCertificateRow> find(TenantId tenant, String purpose) {
        return entities.createQuery(
                        "select c from PublishedCertificateRow c where c.tenantId = :tenant"
                                + " and c.purpose = :purpose",
                        PublishedCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("purpose", purpose)
                .getResultStream()
                .findFirst();
    }

    /** What is asked for and not there. */
    List<String> asked(TenantId tenant) {
        return entities.createQuery(
                        "select c.purpose from PublishedCertificateRow c"
                                + " where c.tenantId = :tenant and c.certificate is null",
                        String.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }
}
