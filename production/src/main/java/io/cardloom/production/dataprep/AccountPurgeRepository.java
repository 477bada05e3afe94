package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps what is to be destroyed, and the certificates of it. */
@Repository
class AccountPurgeRepository {

    private final EntityManager entities;

    AccountPurgeRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, AccountPurgeRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
    }

    /** What was asked for and is not done, oldest first. */
    List<String> open(TenantId tenant) {
        return entities.createQuery(
                        "select p.id from AccountPurgeRow p where p.tenantId = :tenant"
                                + " and p.doneAt is null order by p.id",
                        String.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Held until the work ends. */
    Optional<AccountPurgeRow> hold(TenantId tenant, String id) {
        return entities.createQuery(
                        "select p from AccountPurgeRow p where p.tenantId = :tenant"
                                + " and p.id = :id",
                        AccountPurgeRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The first purge of an order that is done. */
    Optional<AccountPurgeRow> of(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select p from AccountPurgeRow p where p.tenantId = :tenant"
                                + " and p.orderId = :order and p.onlyRun = false"
                                + " and p.doneAt is not null order by p.id",
                        AccountPurgeRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The purge of an order that this run's closing asked for, if it is done. */
    Optional<AccountPurgeRow> done(TenantId tenant, RunId run) {
        return entities.createQuery(
                        "select p from AccountPurgeRow p where p.tenantId = :tenant"
                                + " and p.runId = :run and p.onlyRun = false"
                                + " and p.doneAt is not null",
                        AccountPurgeRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .getResultStream()
                .findFirst();
    }
}
