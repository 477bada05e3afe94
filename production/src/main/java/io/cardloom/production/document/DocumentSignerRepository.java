package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
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

    /**
     * Certificates of the key whose turn it is, which is the highest number that has one, whether
     * they are good now or not; the one that was installed last first, empty for none.
     */
    List<DocumentSignerRow> latest(TenantId tenant) {
        return entities.createQuery(
                        "select s from DocumentSignerRow s where s.tenantId = :tenant"
                                + " and s.number = (select max(n.number) from DocumentSignerRow n"
                                + " where n.tenantId = :tenant)"
                                + " order by s.installedAt desc, s.id desc",
                        DocumentSignerRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** All, the one that was installed last first. */
    List<DocumentSignerRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select s from DocumentSignerRow s where s.tenantId = :tenant"
                                + " order by s.installedAt desc, s.id desc",
                        DocumentSignerRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }
}
