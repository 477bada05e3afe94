package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps lists that wait for a process with keys, and the public keys they are sealed to. */
@Repository
class HandedRepository {

    private final EntityManager entities;

    HandedRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, DropKeyRow row) {
        mine(tenant, row.tenantId);
        entities.persist(row);
        entities.flush();
    }

    void add(TenantId tenant, HandedListRow row) {
        mine(tenant, row.tenantId);
        entities.persist(row);
        entities.flush();
    }

    void add(TenantId tenant, HandedPieceRow row) {
        mine(tenant, row.tenantId);
        entities.persist(row);
        entities.flush();
        entities.detach(row);
    }

    long waitingKeys(TenantId tenant) {
        return entities.createQuery(
                        "select count(k) from DropKeyRow k where k.tenantId = :tenant"
                                + " and k.orderId is null",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
    }

    /** A key that nobody took yet, held until the work ends. */
    Optional<DropKeyRow> holdKey(TenantId tenant) {
        return entities.createQuery(
                        "select k from DropKeyRow k where k.tenantId = :tenant"
                                + " and k.orderId is null order by k.id",
                        DropKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<DropKeyRow> key(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select k from DropKeyRow k where k.tenantId = :tenant"
                                + " and k.orderId = :order",
                        DropKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultStream()
                .findFirst();
    }

    /** Keys of lists that are gone. */
    List<DropKeyRow> spentKeys(TenantId tenant, Instant before) {
        return entities.createQuery(
                        "select k from DropKeyRow k where k.tenantId = :tenant"
                                + " and k.orderId is not null and k.madeAt < :before"
                                + " and not exists (select l.orderId from HandedListRow l"
                                + " where l.tenantId = :tenant and l.keyId = k.id)",
                        DropKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .getResultList();
    }

    void removeKey(TenantId tenant, String id) {
        entities.createQuery(
                        "delete from DropKeyRow k where k.tenantId = :tenant and k.id = :id"
                                + " and not exists (select l.orderId from HandedListRow l"
                                + " where l.tenantId = :tenant and l.keyId = :id)")
                .setParameter("tenant", tenant.value())
                .setParameter("id", id)
                .executeUpdate();
    }

    Optional<HandedListRow> find(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select l from HandedListRow l where l.tenantId = :tenant"
                                + " and l.orderId = :order",
                        HandedListRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultStream()
                .findFirst();
    }

    /** Notes that it still comes, or that all of it is there; false when it was given up. */
    boolean came(TenantId tenant, CardOrderId order, boolean whole, Instant at) {
        return entities.createQuery(
                                "update HandedListRow l set l.beatAt = :at, l.whole = :whole"
                                        + " where l.tenantId = :tenant and l.orderId = :order")
                        .setParameter("at", at)
                        .setParameter("whole", whole)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }

    /** Whether one waits that was whole before then. */
    boolean waitsSince(TenantId tenant, Instant then) {
        return entities.createQuery(
                                "select count(l) from HandedListRow l where l.tenantId = :tenant"
                                        + " and l.whole = true and l.beatAt < :then",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("then", then)
                        .getSingleResult()
                > 0;
    }

    /** Those of which nothing came since then and not all is there. */
    List<CardOrderId> brokenOff(TenantId tenant, Instant since) {
        return entities.createQuery(
                        "select l.orderId from HandedListRow l where l.tenantId = :tenant"
                                + " and l.whole = false and l.beatAt < :since",
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("since", since)
                .getResultStream()
                .map(CardOrderId::new)
                .toList();
    }

    /** A piece by its number; empty after the last. */
    Optional<byte[]> piece(TenantId tenant, CardOrderId order, int number) {
        return entities.createQuery(
                        "select p.bytes from HandedPieceRow p where p.tenantId = :tenant"
                                + " and p.orderId = :order and p.number = :number",
                        byte[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    void remove(TenantId tenant, CardOrderId order) {
        entities.createQuery(
                        "delete from HandedPieceRow p where p.tenantId = :tenant"
                                + " and p.orderId = :order")
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .executeUpdate();
        entities.createQuery(
                        "delete from HandedListRow l where l.tenantId = :tenant"
                                + " and l.orderId = :order")
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .executeUpdate();
    }

    private static void mine(TenantId tenant, String rowTenant) {
        if (!rowTenant.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
    }
}
