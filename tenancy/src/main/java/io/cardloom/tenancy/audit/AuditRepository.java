package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the trail. */
@Repository
class AuditRepository {

    private final EntityManager em;

    AuditRepository(EntityManager em) {
        this.em = em;
    }

    /**
     * The tenant's head, locked until the transaction ends; laid down when there is none. What the
     * transaction has changed so far is sent before, so that the lock is held no longer than
     * needed.
     */
    AuditHeadRow lockHead(TenantId tenant) {
        em.flush();
        return lockedHead(tenant)
                .orElseGet(
                        () -> {
                            layHead(tenant);
                            return lockedHead(tenant).orElseThrow();
                        });
    }

    Optional<AuditHeadRow> head(TenantId tenant) {
        return head(tenant, LockModeType.NONE);
    }

    private Optional<AuditHeadRow> lockedHead(TenantId tenant) {
        return head(tenant, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<AuditHeadRow> head(TenantId tenant, LockModeType lock) {
        return em.createQuery(
                        "select h from AuditHeadRow h where h.tenantId = :tenant and h.id ="
                                + " :tenant",
                        AuditHeadRow.class)
                .setParameter("tenant", tenant.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Native, because two first entries may meet here and neither must fall. */
    private void layHead(TenantId tenant) {
        em.createNativeQuery(
                        "insert into audit_head (tenant_id, id, entries, hash)"
                                + " values (:tenant, :tenant, 0, :nothing)"
                                + " on duplicate key update id = :tenant")
                .setParameter("tenant", tenant.value())
                .setParameter("nothing", Sha256.NOTHING)
                .executeUpdate();
    }

    void append(TenantId tenant, AuditEntryRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    /** The head names its entry by a foreign key, so the entry goes first. */
    void append(TenantId tenant, SignedHeadRow row) {
        em.flush();
        row.tenantId = tenant.value();
        em.persist(row);
    }

    List<AuditEntryRow> page(TenantId tenant, AuditFilter filter, int offset, int limit) {
        return filtered(tenant, filter, "select e", " order by e.seq desc", AuditEntryRow.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(TenantId tenant, AuditFilter filter) {
        return filtered(tenant, filter, "select count(e)", "", Long.class).getSingleResult();
    }

    /** Entries after this sequence number, in order, let go of by the session. */
    List<AuditEntryRow> after(TenantId tenant, long seq, long until, int limit) {
        List<AuditEntryRow> rows =
                em.createQuery(
                                "select e from AuditEntryRow e where e.tenantId = :tenant"
                                        + " and e.seq > :seq and e.seq <= :until order by e.seq",
                                AuditEntryRow.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("seq", seq)
                        .setParameter("until", until)
                        .setMaxResults(limit)
                        .getResultList();
        rows.forEach(em::detach);
        return rows;
    }

    List<SignedHeadRow> signedHeads(TenantId tenant, long after, long until) {
        return em.createQuery(
                        "select h from SignedHeadRow h where h.tenantId = :tenant"
                                + " and h.seq > :after and h.seq <= :until order by h.seq, h.id",
                        SignedHeadRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    private <T> TypedQuery<T> filtered(
            TenantId tenant, AuditFilter filter, String select, String order, Class<T> type) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tenant", tenant.value());
        StringBuilder where = new StringBuilder(" where e.tenantId = :tenant");
        if (filter.person() != null) {
            where.append(" and e.personId = :person");
            values.put("person", filter.person().value());
        }
        if (filter.action() != null) {
            boolean room = filter.action().endsWith(".");
            where.append(room ? " and e.action like :action" : " and e.action = :action");
            values.put("action", room ? filter.action() + "%" : filter.action());
        }
        if (filter.subject() != null) {
            where.append(" and e.subject = :subject");
            values.put("subject", filter.subject());
        }
        if (filter.digest() != null) {
            where.append(" and e.digest = :digest");
            values.put("digest", filter.digest());
        }
        if (filter.from() != null) {
            where.append(" and e.recordedAt >= :from");
            values.put("from", filter.from());
        }
        if (filter.until() != null) {
            where.append(" and e.recordedAt < :until");
            values.put("until", filter.until());
        }
        TypedQuery<T> query =
                em.createQuery(select + " from AuditEntryRow e" + where + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
