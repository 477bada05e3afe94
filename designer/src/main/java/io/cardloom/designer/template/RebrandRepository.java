package io.cardloom.designer.template;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Stores rebrands and their designs; what it gives out is detached. */
@Repository
class RebrandRepository {

    private static final int BATCH = 200;

    private final EntityManager em;

    RebrandRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, RebrandRow row, List<DesignId> designs) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        int waiting = 0;
        for (DesignId design : designs) {
            RebrandDesignRow item = new RebrandDesignRow();
            item.tenantId = tenant.value();
            item.rebrandId = row.id;
            item.designId = design.value();
            em.persist(item);
            if (++waiting % BATCH == 0) {
                em.flush();
                em.clear();
            }
        }
        em.flush();
        em.clear();
    }

    Optional<RebrandRow> find(TenantId tenant, RebrandId id) {
        return em.createQuery(
                        "select r from RebrandRow r where r.tenantId = :tenant and r.id = :id",
                        RebrandRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    /** Latest first. */
    List<RebrandRow> of(TenantId tenant, TemplateId template, int limit) {
        return em.createQuery(
                        """
                        select r from RebrandRow r
                        where r.tenantId = :tenant and r.templateId = :template
                        order by r.startedAt desc, r.id desc
                        """,
                        RebrandRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("template", template.value())
                .setMaxResults(limit)
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    List<RebrandRow> running(TenantId tenant) {
        return em.createQuery(
                        """
                        select r from RebrandRow r
                        where r.tenantId = :tenant and r.running is not null
                        order by r.startedAt, r.id
                        """,
                        RebrandRow.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    /** Some of the designs that are pending, in the order of their ids. */
    List<DesignId> pending(TenantId tenant, RebrandId rebrand, int limit) {
        return em.createQuery(
                        """
                        select d.designId from RebrandDesignRow d
                        where d.tenantId = :tenant and d.rebrandId = :rebrand
                          and d.outcome = :pending
                        order by d.designId
                        """,
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("rebrand", rebrand.value())
                .setParameter("pending", RebrandOutcome.PENDING)
                .setMaxResults(limit)
                .getResultStream()
                .map(DesignId::new)
                .toList();
    }

    /** The row as it is committed, and nobody else's until this work ends. */
    Optional<RebrandDesignRow> lock(TenantId tenant, RebrandId rebrand, DesignId design) {
        return em.createQuery(
                        """
                        select d from RebrandDesignRow d
                        where d.tenantId = :tenant and d.rebrandId = :rebrand
                          and d.designId = :design
                        """,
                        RebrandDesignRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("rebrand", rebrand.value())
                .setParameter("design", design.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    List<RebrandDesignRow> page(
            TenantId tenant, RebrandId rebrand, RebrandOutcome outcome, int offset, int limit) {
        return em.createQuery(
                        """
                        select d from RebrandDesignRow d
                        where d.tenantId = :tenant and d.rebrandId = :rebrand
                          and d.outcome = :outcome
                        order by d.designId
                        """,
                        RebrandDesignRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("rebrand", rebrand.value())
                .setParameter("outcome", outcome)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    Map<RebrandOutcome, Long> counts(TenantId tenant, RebrandId rebrand) {
        Map<RebrandOutcome, Long> counts = new EnumMap<>(RebrandOutcome.class);
        em.createQuery(
                        """
                        select d.outcome, count(d) from RebrandDesignRow d
                        where d.tenantId = :tenant and d.rebrandId = :rebrand
                        group by d.outcome
                        """,
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("rebrand", rebrand.value())
                .getResultStream()
                .forEach(c -> counts.put((RebrandOutcome) c[0], (Long) c[1]));
        return counts;
    }

    void settle(TenantId tenant, RebrandDesignRow row) {
        int changed =
                em.createQuery(
                                """
                                update RebrandDesignRow d set d.outcome = :outcome,
                                  d.changes = :changes, d.reason = :reason, d.settledAt = :at
                                where d.tenantId = :tenant and d.rebrandId = :rebrand
                                  and d.designId = :design
                                """)
                        .setParameter("outcome", row.outcome)
                        .setParameter("changes", row.changes)
                        .setParameter("reason", row.reason)
                        .setParameter("at", row.settledAt)
                        .setParameter("tenant", tenant.value())
                        .setParameter("rebrand", row.rebrandId)
                        .setParameter("design", row.designId)
                        .executeUpdate();
        if (changed != 1) {
            throw new IllegalStateException("a locked row was not there to change");
        }
    }

    /** Ends it, unless it has ended or a design is pending; answers whether it did. */
    boolean finish(TenantId tenant, RebrandId rebrand, Instant at) {
        return em.createQuery(
                                """
                                update RebrandRow r set r.running = null, r.finishedAt = :at
                                where r.tenantId = :tenant and r.id = :rebrand
                                  and r.running is not null
                                  and not exists (select 1 from RebrandDesignRow d
                                    where d.tenantId = :tenant and d.rebrandId = :rebrand
                                      and d.outcome = :pending)
                                """)
                        .setParameter("at", at)
                        .setParameter("pending", RebrandOutcome.PENDING)
                        .setParameter("tenant", tenant.value())
                        .setParameter("rebrand", rebrand.value())
                        .executeUpdate()
                == 1;
    }
}
