package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Keeps registered OpenPGP keys. */
@Repository
class OpenPgpCertificateRepository {

    private final EntityManager entities;

    OpenPgpCertificateRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, OpenPgpCertificateRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** Puts the same key with another last day, or other parts, in the place of what is kept. */
    void renew(TenantId tenant, String id, byte[] certificate, Instant at) {
        entities.createQuery(
                        "update OpenPgpCertificateRow c set c.certificate = :certificate,"
                                + " c.registeredAt = :at"
                                + " where c.tenantId = :tenant and c.id = :id")
                .setParameter("certificate", certificate)
                .setParameter("at", at)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** An organization's, newest first. */
    List<OpenPgpCertificateRow> of(TenantId tenant, OrganizationId organization) {
        return entities.createQuery(
                        "select c from OpenPgpCertificateRow c where c.tenantId = :tenant"
                                + " and c.organizationId = :organization"
                                + " order by c.registeredAt desc, c.id desc",
                        OpenPgpCertificateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("organization", organization.value())
                .getResultList();
    }
}
