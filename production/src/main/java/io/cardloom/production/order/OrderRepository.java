package io.cardloom.production.order;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the orders. */
@Repository
class OrderRepository {

    private final EntityManager em;

    OrderRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, OrderRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
    }

    Optional<OrderRow> find(TenantId tenant, CardOrderId id) {
        return find(tenant, id, LockModeType.NONE);
    }

    /** Locked until the transaction ends. */
    Optional<OrderRow> locked(TenantId tenant, CardOrderId id) {
        return find(tenant, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<OrderRow> find(TenantId tenant, CardOrderId id, LockModeType lock) {
        return em.createQuery(
                        "select o from OrderRow o where o.tenantId = :tenant and o.id = :id",
                        OrderRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Newest first, of these programs. */
    List<OrderRow> page(TenantId tenant, Collection<String> programs, int offset, int limit) {
        return em.createQuery(
                        "select o from OrderRow o where o.tenantId = :tenant and o.programId in"
                                + " :programs order by o.placedAt desc, o.id desc",
                        OrderRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("programs", programs)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(TenantId tenant, Collection<String> programs) {
        return em.createQuery(
                        "select count(o) from OrderRow o where o.tenantId = :tenant"
                                + " and o.programId in :programs",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("programs", programs)
                .getSingleResult();
    }

    /** The open orders of a program that were placed before this moment. */
    List<String> openSince(TenantId tenant, ProgramId program, Instant before) {
        return em.createQuery(
                        "select o.id from OrderRow o where o.tenantId = :tenant"
                                + " and o.programId = :program and o.state in :states"
                                + " and o.placedAt < :before order by o.id",
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .setParameter("states", List.of(OrderState.PLACED, OrderState.IN_PRODUCTION))
                .setParameter("before", before)
                .getResultList();
    }
}
