package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps document signers' certificates. */
@Repository
class DocumentSignerRepository {

    private final EntityManager entities;

    DocumentSignerRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, DocumentSignerRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** Those that are good at a time, the one that was installed last first. */
    List<DocumentSignerRow> valid(TenantId tenant, Instant at) {
        return entities.createQuery(
                        "select s from DocumentSignerRow s where s.tenantId = :tenant"
                                + " and s.notBefore <= :at and s.notAfter > :at"
                                + " order by s.installedAt desc, s.id desc",
                        DocumentSignerRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("at", at)
                .getResultList();
    }

    /** The one that is good for longest, whether it is good now or not; empty for none. */
    Optional<DocumentSignerRow> lasting(TenantId tenant) {
        return entities.createQuery(
                        "select s from DocumentSignerRow s where s.tenantId = :tenant"
                                + " order by s.notAfter desc, s.id desc",
                        DocumentSignerRow.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
