package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps the numbers of document signers' keys. */
@Repository
class SignerKeyRepository {

    private final EntityManager entities;

    SignerKeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Fails when there is one of this number. */
    void add(TenantId tenant, SignerKeyRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** Newest first. */
    List<SignerKeyRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select k from SignerKeyRow k where k.tenantId = :tenant"
                                + " order by k.number desc",
                        SignerKeyRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Held until the work ends, as the database has it now. */
    Optional<SignerKeyRow> hold(TenantId tenant, int number) {
        return entities.createQuery(
                        "select k from SignerKeyRow k where k.tenantId = :tenant"
                                + " and k.number = :number",
                        SignerKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
