package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Keeps what was withdrawn. */
@Repository
class CertificateWithdrawalRepository {

    private final EntityManager entities;

    CertificateWithdrawalRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, CertificateWithdrawalRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    List<CertificateWithdrawalRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select w from CertificateWithdrawalRow w where w.tenantId = :tenant",
                        CertificateWithdrawalRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }
}
