package io.cardloom.production.expiry;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/** Keeps which alarms were raised. */
@Repository
class ExpiryAlarmRepository {

    private final EntityManager entities;

    ExpiryAlarmRepository(EntityManager entities) {
        this.entities = entities;
    }

    boolean raised(TenantId tenant, String id) {
        return entities.createQuery(
                                "select count(a) from ExpiryAlarmRow a where a.tenantId = :tenant"
                                        + " and a.id = :id",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    /** Fails when it was raised already. */
    void add(TenantId tenant, ExpiryAlarmRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }
}
