package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Stores revisions and freezings, once each; there is no way to change or take one back. */
@Repository
class RevisionRepository {

    private final EntityManager em;

    RevisionRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, RevisionRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    void add(TenantId tenant, FreezeRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    Optional<RevisionRow> find(TenantId tenant, Digest digest) {
        return em.createQuery(
                        "select r from RevisionRow r where r.tenantId = :tenant"
                                + " and r.digest = :digest",
                        RevisionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest.hex64())
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    /** The number of the last edit when the design was frozen as this for the last time. */
    long latestNumber(TenantId tenant, Digest digest) {
        return em.createQuery(
                        "select coalesce(max(f.number), 0) from FreezeRow f"
                                + " where f.tenantId = :tenant and f.digest = :digest",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest.hex64())
                .getSingleResult();
    }

    boolean frozen(TenantId tenant, FreezeRow row) {
        return em.createQuery(
                                "select count(f) from FreezeRow f where f.tenantId = :tenant and"
                                        + " f.designId = :design and f.number = :number"
                                        + " and f.digest = :digest",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("design", row.designId)
                        .setParameter("number", row.number)
                        .setParameter("digest", row.digest)
                        .getSingleResult()
                > 0;
    }
}
