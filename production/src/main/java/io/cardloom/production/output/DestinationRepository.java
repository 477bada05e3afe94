package io.cardloom.production.output;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the destinations. */
@Repository
class DestinationRepository {

    private final EntityManager em;

    DestinationRepository(EntityManager em) {
        this.em = em;
    }

    Optional<DestinationRow> find(TenantId tenant, DestinationId id) {
        return em.createQuery(
                        "select d from DestinationRow d where d.tenantId = :tenant and d.id = :id",
                        DestinationRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<DestinationRow> all(TenantId tenant) {
        return em.createQuery(
                        "select d from DestinationRow d where d.tenantId = :tenant order by d.name",
                        DestinationRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    void add(TenantId tenant, DestinationRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }
}
