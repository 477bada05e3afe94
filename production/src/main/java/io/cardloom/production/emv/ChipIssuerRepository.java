package io.cardloom.production.emv;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
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

    /** Newest first. */
    List<ChipIssuerRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select k from ChipIssuerRow k where k.tenantId = :tenant"
                                + " order by k.number desc",
                        ChipIssuerRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Held until the work ends, as the database has it now. */
    Optional<ChipIssuerRow> hold(TenantId tenant, int number) {
        return entities.createQuery(
                        "select k from ChipIssuerRow k where k.tenantId = :tenant"
                                + " and k.number = :number",
                        ChipIssuerRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
