package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps ceremonies, their custodians, and who ever held a component. */
@Repository
class CeremonyRepository {

    private final EntityManager entities;

    CeremonyRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, CeremonyRow row) {
        persist(tenant, row.tenantId, row);
    }

    void add(TenantId tenant, CustodianRow row) {
        persist(tenant, row.tenantId, row);
    }

    /** Fails when the person ever held a component of that version. */
    void add(TenantId tenant, ComponentRow row) {
        persist(tenant, row.tenantId, row);
    }

    Optional<CeremonyRow> find(TenantId tenant, CeremonyId id, LockModeType lock) {
        return entities.createQuery(
                        "select c from CeremonyRow c where c.tenantId = :tenant and c.id = :id",
                        CeremonyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    List<CeremonyRow> page(TenantId tenant, int offset, int limit) {
        return entities.createQuery(
                        "select c from CeremonyRow c where c.tenantId = :tenant"
                                + " order by c.openedAt desc, c.id desc",
                        CeremonyRow.class)
                .setParameter("tenant", tenant.value())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(TenantId tenant) {
        return entities.createQuery(
                        "select count(c) from CeremonyRow c where c.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
    }

    /** The ids of those that are not closed though their time is over, oldest first. */
    List<String> expired(TenantId tenant, Instant now) {
        return entities.createQuery(
                        "select c.id from CeremonyRow c where c.tenantId = :tenant"
                                + " and c.closedAt is null and c.expiresAt <= :now order by c.id",
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("now", now)
                .getResultList();
    }

    /** By number. */
    List<CustodianRow> custodians(TenantId tenant, String ceremony) {
        return entities.createQuery(
                        "select c from CustodianRow c where c.tenantId = :tenant"
                                + " and c.ceremonyId = :ceremony order by c.number",
                        CustodianRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ceremony", ceremony)
                .getResultList();
    }

    /** Everybody who ever held a component of the version, by number and turn. */
    List<ComponentRow> components(TenantId tenant, KeyVersionId version) {
        return entities.createQuery(
                        "select c from ComponentRow c where c.tenantId = :tenant"
                                + " and c.versionId = :version order by c.number, c.turn",
                        ComponentRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("version", version.value())
                .getResultList();
    }

    private void persist(TenantId tenant, String of, Object row) {
        if (!of.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }
}
