package io.cardloom.production.emv;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Keeps the numbers of issuers' RSA keys for chips. */
@Repository
class ChipIssuerRepository {

    private final EntityManager entities;

    ChipIssuerRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Fails when there is one of this number. */
    void add(TenantId tenant, ChipIssuerRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** Newest first, without the first one. */
    List<ChipIssuerRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select k from ChipIssuerRow k where k.tenantId = :tenant"
                                + " order by k.number desc",
                        ChipIssuerRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }
}
