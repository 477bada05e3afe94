package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Keeps registered certificates. */
@Repository
class TransportCertificateRepository {

    private final EntityManager entities;

    TransportCertificateRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, TransportCertificateRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** All of the tenant's, newest first. */
    List<RegisteredCertificate> all(TenantId tenant) {
        return entities.createQuery(
                        "select c from TransportCertificateRow c where c.tenantId = :tenant"
                                + " order by c.registeredAt desc, c.id desc",
                        TransportCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .map(TransportCertificateRow::read)
                .toList();
    }

    /** An organization's for one purpose, newest first. */
    List<RegisteredCertificate> of(
            TenantId tenant, OrganizationId organization, CertificatePurpose purpose) {
        return entities.createQuery(
                        "select c from TransportCertificateRow c where c.tenantId = :tenant"
                                + " and c.organizationId = :organization and c.purpose = :purpose"
                                + " order by c.registeredAt desc, c.id desc",
                        TransportCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("organization", organization.value())
                .setParameter("purpose", purpose)
                .getResultStream()
                .map(TransportCertificateRow::read)
                .toList();
    }
}
