package io.cardloom.production.reconciliation;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the closing counts. */
@Repository
class ReconciliationRepository {

    private final EntityManager em;

    ReconciliationRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, ReconciliationRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    Optional<ReconciliationRow> find(TenantId tenant, RunId run) {
        return em.createQuery(
                        "select r from ReconciliationRow r where r.tenantId = :tenant"
                                + " and r.id = :run",
                        ReconciliationRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .getResultStream()
                .findFirst();
    }
}
