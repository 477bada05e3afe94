package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.ScheduleId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the schedules. */
@Repository
class ScheduleRepository {

    private final EntityManager em;

    ScheduleRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, ScheduleRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
    }

    Optional<ScheduleRow> find(TenantId tenant, ScheduleId id) {
        return em.createQuery(
                        "select s from ScheduleRow s where s.tenantId = :tenant and s.id = :id",
                        ScheduleRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<ScheduleRow> ofOrder(TenantId tenant, CardOrderId order) {
        return em.createQuery(
                        "select s from ScheduleRow s where s.tenantId = :tenant"
                                + " and s.orderId = :order order by s.createdAt, s.id",
                        ScheduleRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultList();
    }
}
