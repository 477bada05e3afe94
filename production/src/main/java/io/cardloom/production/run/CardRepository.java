package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** The rows of the cards. */
@Repository
class CardRepository {

    private static final String OF_RUN =
            "select c from CardRow c where c.tenantId = :tenant and c.runId = :run";

    private final EntityManager em;

    CardRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, Collection<CardRow> rows) {
        for (CardRow row : rows) {
            row.tenantId = tenant.value();
            em.persist(row);
        }
        em.flush();
    }

    Optional<CardRow> find(TenantId tenant, RunId run, int number) {
        return em.createQuery(OF_RUN + " and c.number = :number", CardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    Optional<CardRow> find(TenantId tenant, CardId id) {
        return em.createQuery(
                        "select c from CardRow c where c.tenantId = :tenant and c.id = :id",
                        CardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** By number. */
    List<CardRow> page(TenantId tenant, RunId run, int offset, int limit) {
        return em.createQuery(OF_RUN + " order by c.number", CardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(TenantId tenant, RunId run) {
        return em.createQuery(
                        "select count(c) from CardRow c where c.tenantId = :tenant"
                                + " and c.runId = :run",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .getSingleResult();
    }

    List<CardRow> in(TenantId tenant, RunId run, CardState state) {
        return em.createQuery(OF_RUN + " and c.state = :state order by c.number", CardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setParameter("state", state)
                .getResultList();
    }

    /** The lowest number that is still to be made; empty when there is none. */
    Optional<CardRow> next(TenantId tenant, RunId run) {
        return em.createQuery(OF_RUN + " and c.state = :state order by c.number", CardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setParameter("state", CardState.PLANNED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    long count(TenantId tenant, RunId run, CardState state) {
        return em.createQuery(
                        "select count(c) from CardRow c where c.tenantId = :tenant"
                                + " and c.runId = :run and c.state = :state",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .setParameter("state", state)
                .getSingleResult();
    }

    int highestNumber(TenantId tenant, RunId run) {
        return em.createQuery(
                        "select coalesce(max(c.number), 0) from CardRow c"
                                + " where c.tenantId = :tenant and c.runId = :run",
                        Integer.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", run.value())
                .getSingleResult();
    }

    boolean isReplaced(TenantId tenant, CardRow card) {
        return em.createQuery(
                                "select count(c) from CardRow c where c.tenantId = :tenant"
                                        + " and c.replacesId = :card",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("card", card.id)
                        .getSingleResult()
                > 0;
    }

    /** Rows of the order that have a live card. */
    Set<Integer> liveRows(TenantId tenant, CardOrderId order) {
        return Set.copyOf(
                em.createQuery(
                                "select c.liveRow from CardRow c where c.tenantId = :tenant"
                                        + " and c.orderId = :order and c.liveRow is not null",
                                Integer.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .getResultList());
    }

    /** How many cardholders of the order have a good card. */
    long produced(TenantId tenant, CardOrderId order) {
        return em.createQuery(
                        "select count(c) from CardRow c where c.tenantId = :tenant"
                                + " and c.orderId = :order and c.state = :produced",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setParameter("produced", CardState.PRODUCED)
                .getSingleResult();
    }

    /** Cards of the order that are spoiled or destroyed and that no other card replaces yet. */
    List<CardRow> unreplaced(TenantId tenant, CardOrderId order) {
        return em.createQuery(
                        "select c from CardRow c where c.tenantId = :tenant and c.orderId = :order"
                                + " and c.state in :dead and not exists (select 1 from CardRow n"
                                + " where n.tenantId = :tenant and n.replacesId = c.id)"
                                + " order by c.id",
                        CardRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setParameter(
                        "dead", List.of(CardState.SPOILED, CardState.DESTROYED, CardState.REFUSED))
                .getResultList();
    }
}
