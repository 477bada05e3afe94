package io.cardloom.tenancy.program;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of card programs. */
@Repository
class ProgramRepository {

    private final EntityManager em;

    ProgramRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, ProgramRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    Optional<ProgramRow> find(TenantId tenant, ProgramId id) {
        return em.createQuery(
                        "select p from ProgramRow p where p.tenantId = :tenant and p.id = :id",
                        ProgramRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<ProgramRow> all(TenantId tenant) {
        return em.createQuery(
                        "select p from ProgramRow p where p.tenantId = :tenant"
                                + " order by p.name, p.id",
                        ProgramRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    boolean isNamed(TenantId tenant, String name) {
        return em.createQuery(
                                "select count(p) from ProgramRow p"
                                        + " where p.tenantId = :tenant and p.name = :name",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }
}
