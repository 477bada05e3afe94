package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the steps. */
@Repository
class StepRepository {

    private final EntityManager em;

    StepRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, StepRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    /** How often this step was tried. */
    int attempts(TenantId tenant, RunId run, int number, String step) {
        return em.createQuery(
                        "select coalesce(max(s.attempt), 0) from StepRow s"
                                + " where s.tenantId = :tenant and s.runId = :run"
                                + " and s.number = :number and s.step = :step",
                        Integer.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setParameter("number", number)
                .setParameter("step", step)
                .getSingleResult();
    }

    Optional<StepRow> find(TenantId tenant, String id) {
        return em.createQuery(
                        "select s from StepRow s where s.tenantId = :tenant and s.id = :id",
                        StepRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
