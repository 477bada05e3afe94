package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps what was prepared. */
@Repository
class PreparedRepository {

    private final EntityManager entities;

    PreparedRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Claims the run: a second claim waits for the first one's end, then fails. */
    void claim(TenantId tenant, PreparedRunRow run) {
        mine(tenant, run.tenantId);
        entities.persist(run);
        entities.flush();
    }

    void addCards(TenantId tenant, List<PreparedCardRow> cards) {
        for (PreparedCardRow card : cards) {
            mine(tenant, card.tenantId);
            entities.persist(card);
        }
        entities.flush();
        cards.forEach(entities::detach);
    }

    void addFile(TenantId tenant, PreparedFileRow file) {
        mine(tenant, file.tenantId);
        entities.persist(file);
    }

    Optional<PreparedRunRow> run(TenantId tenant, RunId run) {
        return entities.createQuery(
                        "select r from PreparedRunRow r where r.tenantId = :tenant"
                                + " and r.runId = :run",
                        PreparedRunRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .getResultStream()
                .findFirst();
    }

    /** The order's runs that are not purged, held until the work ends. */
    List<PreparedRunRow> unpurged(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select r from PreparedRunRow r where r.tenantId = :tenant"
                                + " and r.orderId = :order and r.purgedAt is null"
                                + " order by r.runId",
                        PreparedRunRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<PreparedFileRow> files(TenantId tenant, RunId run) {
        return entities.createQuery(
                        "select f from PreparedFileRow f where f.tenantId = :tenant"
                                + " and f.runId = :run order by f.position",
                        PreparedFileRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .getResultList();
    }

    Optional<byte[]> card(TenantId tenant, RunId run, int number) {
        return entities.createQuery(
                        "select c from PreparedCardRow c where c.tenantId = :tenant"
                                + " and c.runId = :run and c.number = :number",
                        PreparedCardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(c -> c.ciphertext);
    }

    int deleteCards(TenantId tenant, RunId run) {
        return entities.createQuery(
                        "delete from PreparedCardRow c where c.tenantId = :tenant"
                                + " and c.runId = :run")
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .executeUpdate();
    }

    private static void mine(TenantId tenant, String rowTenant) {
        if (!rowTenant.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
    }
}
