package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps Cardloom's own certificates. */
@Repository
class OwnCertificateRepository {

    private final EntityManager entities;

    OwnCertificateRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Fails when there is one of this number, or one is under way. */
    void add(TenantId tenant, OwnCertificateRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** By purpose, newest first. */
    List<OwnCertificateRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select c from OwnCertificateRow c where c.tenantId = :tenant"
                                + " order by c.purpose, c.number desc",
                        OwnCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Newest first. */
    List<OwnCertificateRow> of(TenantId tenant, OwnPurpose purpose) {
        return entities.createQuery(
                        "select c from OwnCertificateRow c where c.tenantId = :tenant"
                                + " and c.purpose = :purpose order by c.number desc",
                        OwnCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("purpose", purpose)
                .getResultList();
    }

    /** Held until the work ends, as the database has it now. */
    Optional<OwnCertificateRow> hold(TenantId tenant, String id) {
        return entities.createQuery(
                        "select c from OwnCertificateRow c where c.tenantId = :tenant"
                                + " and c.id = :id",
                        OwnCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Writes what was changed so far, so that a standing is free for the next row. */
    void write(TenantId tenant) {
        entities.flush();
    }
}
