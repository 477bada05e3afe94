package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps keys and their versions. */
@Repository
class KeyRepository {

    private final EntityManager entities;

    KeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, IssuerKeyRow row) {
        require(tenant, row.tenantId);
        entities.persist(row);
        entities.flush();
    }

    void add(TenantId tenant, KeyVersionRow row) {
        require(tenant, row.tenantId);
        entities.persist(row);
        entities.flush();
    }

    /** Sends where the version stands now; here the one active version of a key decides. */
    void moved(TenantId tenant, KeyVersionRow row) {
        require(tenant, row.tenantId);
        entities.flush();
    }

    List<IssuerKeyRow> keys(TenantId tenant) {
        return entities.createQuery(
                        "select k from IssuerKeyRow k where k.tenantId = :tenant order by k.name",
                        IssuerKeyRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    Optional<IssuerKeyRow> key(TenantId tenant, KeyId id) {
        return entities.createQuery(
                        "select k from IssuerKeyRow k where k.tenantId = :tenant and k.id = :id",
                        IssuerKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    List<KeyVersionRow> versions(TenantId tenant, KeyId key) {
        return entities.createQuery(
                        "select v from KeyVersionRow v where v.tenantId = :tenant"
                                + " and v.keyId = :key order by v.number desc",
                        KeyVersionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("key", key.value())
                .getResultList();
    }

    Optional<KeyVersionRow> version(TenantId tenant, KeyVersionId id, LockModeType lock) {
        return entities.createQuery(
                        "select v from KeyVersionRow v where v.tenantId = :tenant and v.id = :id",
                        KeyVersionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** The active version of the key that the usage finds. */
    Optional<KeyVersionRow> active(TenantId tenant, KeyUsage usage) {
        return entities.createQuery(
                        "select v from KeyVersionRow v, IssuerKeyRow k where v.tenantId = :tenant"
                                + " and k.tenantId = :tenant and k.id = v.keyId"
                                + " and k.standardUsage = :usage and v.activeMark = 'A'",
                        KeyVersionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("usage", usage.name())
                .getResultStream()
                .findFirst();
    }

    /**
     * Of a use's keys one is the standard one, by a unique row.
     *
     * @return false when it was already
     */
    boolean makeStandard(TenantId tenant, KeyId key, KeyUsage usage) {
        List<IssuerKeyRow> all =
                entities.createQuery(
                                "select k from IssuerKeyRow k where k.tenantId = :tenant"
                                        + " and k.usage = :usage order by k.id",
                                IssuerKeyRow.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("usage", usage)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        IssuerKeyRow next =
                all.stream().filter(k -> k.id.equals(key.value())).findFirst().orElseThrow();
        if (next.standardUsage != null) {
            return false;
        }
        all.forEach(k -> k.standardUsage = null);
        entities.flush();
        next.standardUsage = usage.name();
        entities.flush();
        return true;
    }

    private static void require(TenantId tenant, String of) {
        if (!of.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
    }
}
