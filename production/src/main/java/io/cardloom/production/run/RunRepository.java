package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.ScheduleId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the runs. */
@Repository
class RunRepository {

    private static final List<RunState> LABOR =
            List.of(
                    RunState.RELEASED,
                    RunState.PREPARING,
                    RunState.PREPARED,
                    RunState.PERSONALIZING);

    private final EntityManager em;

    RunRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, RunRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
    }

    Optional<RunRow> find(TenantId tenant, RunId id) {
        return find(tenant, id, LockModeType.NONE);
    }

    /** Locked until the transaction ends. */
    Optional<RunRow> locked(TenantId tenant, RunId id) {
        return find(tenant, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<RunRow> find(TenantId tenant, RunId id, LockModeType lock) {
        return em.createQuery(
                        "select r from RunRow r where r.tenantId = :tenant and r.id = :id",
                        RunRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    Optional<RunRow> ofOccurrence(TenantId tenant, ScheduleId schedule, String occurrence) {
        return em.createQuery(
                        "select r from RunRow r where r.tenantId = :tenant"
                                + " and r.scheduleId = :schedule and r.occurrence = :occurrence",
                        RunRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("schedule", schedule.value())
                .setParameter("occurrence", occurrence)
                .getResultStream()
                .findFirst();
    }

    List<RunRow> ofOrder(TenantId tenant, CardOrderId order) {
        return em.createQuery(
                        "select r from RunRow r where r.tenantId = :tenant and r.orderId = :order"
                                + " order by r.plannedAt, r.id",
                        RunRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultList();
    }

    /** When a run of the order changed last; empty when it has none. */
    Optional<Instant> touched(TenantId tenant, CardOrderId order) {
        return Optional.ofNullable(
                em.createQuery(
                                "select max(r.changedAt) from RunRow r where r.tenantId = :tenant"
                                        + " and r.orderId = :order",
                                Instant.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .getSingleResult());
    }

    /** Whether a run of the tenant keeps a processor or a device at work. */
    boolean labor(TenantId tenant) {
        return em.createQuery(
                                "select count(r) from RunRow r where r.tenantId = :tenant"
                                        + " and r.state in :states",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("states", LABOR)
                        .getSingleResult()
                > 0;
    }

    /** Newest first, of these programs or at these destinations. */
    List<RunRow> page(TenantId tenant, Sight sight, int offset, int limit) {
        return seen(
                        "select r",
                        " order by r.plannedAt desc, r.id desc",
                        RunRow.class,
                        tenant,
                        sight)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(TenantId tenant, Sight sight) {
        return seen("select count(r)", "", Long.class, tenant, sight).getSingleResult();
    }

    private <T> TypedQuery<T> seen(
            String select, String order, Class<T> type, TenantId tenant, Sight sight) {
        return em.createQuery(
                        select
                                + " from RunRow r where r.tenantId = :tenant and ("
                                + "r.programId in :programs or r.destinationId in :destinations)"
                                + order,
                        type)
                .setParameter("tenant", tenant.value())
                .setParameter("programs", sight.programs())
                .setParameter("destinations", sight.destinations());
    }

    /** What an actor may see: all runs of these programs, and all at these destinations. */
    record Sight(Collection<String> programs, Collection<String> destinations) {}
}
