package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The lists that are being taken in. */
@Repository
class IntakeRepository {

    private final EntityManager entities;

    IntakeRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, IntakeRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    Optional<IntakeRow> find(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select i from IntakeRow i where i.tenantId = :tenant"
                                + " and i.orderId = :order",
                        IntakeRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultStream()
                .findFirst();
    }

    /** The list, held until the work ends. */
    Optional<IntakeRow> hold(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select i from IntakeRow i where i.tenantId = :tenant"
                                + " and i.orderId = :order",
                        IntakeRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Whether the list is still whose who began with this number. */
    boolean isHeld(TenantId tenant, CardOrderId order, int fence) {
        return find(tenant, order).filter(row -> row.fence == fence).isPresent();
    }

    /** Notes how long the list is, now that it is opened; false when another process has it. */
    boolean opened(TenantId tenant, CardOrderId order, int fence, long bytes) {
        return entities.createQuery(
                                "update IntakeRow i set i.bytesWhole = :bytes"
                                        + " where i.tenantId = :tenant and i.orderId = :order"
                                        + " and i.fence = :fence")
                        .setParameter("bytes", bytes)
                        .setParameter("fence", fence)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }

    /** Notes how far it is; false when somebody took it for dead. */
    boolean moved(
            TenantId tenant,
            CardOrderId order,
            int fence,
            int rows,
            int wrong,
            long bytes,
            Instant now) {
        return entities.createQuery(
                                "update IntakeRow i set i.rowsRead = :rows, i.rowsWrong = :wrong,"
                                        + " i.bytesRead = :bytes, i.beatAt = :now"
                                        + " where i.tenantId = :tenant and i.orderId = :order"
                                        + " and i.fence = :fence")
                        .setParameter("fence", fence)
                        .setParameter("rows", rows)
                        .setParameter("wrong", wrong)
                        .setParameter("bytes", bytes)
                        .setParameter("now", now)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }

    /** A sign of life while it waits for its turn. */
    void beat(TenantId tenant, CardOrderId order, Instant now) {
        entities.createQuery(
                        "update IntakeRow i set i.beatAt = :now"
                                + " where i.tenantId = :tenant and i.orderId = :order")
                .setParameter("now", now)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .executeUpdate();
    }

    /** Asks it to stop; false when it is not being taken in. */
    boolean cancel(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                                "update IntakeRow i set i.cancelWanted = true"
                                        + " where i.tenantId = :tenant and i.orderId = :order")
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }

    boolean isCancelled(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select i.cancelWanted from IntakeRow i where i.tenantId = :tenant"
                                + " and i.orderId = :order",
                        Boolean.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultStream()
                .anyMatch(Boolean::booleanValue);
    }

    /** False when it was gone, or another process has it. */
    boolean remove(TenantId tenant, CardOrderId order, int fence) {
        return entities.createQuery(
                                "delete from IntakeRow i where i.tenantId = :tenant"
                                        + " and i.orderId = :order and i.fence = :fence")
                        .setParameter("fence", fence)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }
}
