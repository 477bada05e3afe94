package io.cardloom.production.emv;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.Timeouts;
import org.springframework.stereotype.Repository;

/** Keeps the pool of key pairs. */
@Repository
class IccKeyRepository {

    private final EntityManager entities;

    IccKeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, IccKeyRow key) {
        if (!key.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(key);
        entities.flush();
    }

    /**
     * Up to so many that nobody has and nobody is taking, held until the work ends. In no order:
     * sorting would lock all of them.
     */
    List<IccKeyRow> hold(TenantId tenant, int bits, int most) {
        return entities.createQuery(
                        "select k from IccKeyRow k where k.tenantId = :tenant and k.bits = :bits"
                                + " and k.card is null",
                        IccKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("bits", bits)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList();
    }

    long ready(TenantId tenant, int bits) {
        return entities.createQuery(
                        "select count(k) from IccKeyRow k where k.tenantId = :tenant"
                                + " and k.bits = :bits and k.card is null",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("bits", bits)
                .getSingleResult();
    }

    /** Which of these cards have a key. */
    List<String> served(TenantId tenant, List<String> cards) {
        return entities.createQuery(
                        "select k.card from IccKeyRow k where k.tenantId = :tenant"
                                + " and k.card in (:cards)",
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cards", cards)
                .getResultList();
    }

    /** Sends which cards got these keys; here the unique row of a card decides. */
    void give(TenantId tenant, List<IccKeyRow> keys) {
        if (keys.stream().anyMatch(key -> !key.tenantId.equals(tenant.value()))) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.flush();
    }
}
