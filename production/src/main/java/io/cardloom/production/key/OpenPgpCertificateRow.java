package io.cardloom.production.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A registered OpenPGP key, as it was registered last. */
@Entity
@Table(name = "openpgp_certificate")
class OpenPgpCertificateRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "organization_id")
    String organizationId;

    String fingerprint;

    byte[] certificate;

    @Column(name = "registered_at")
    Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected OpenPgpCertificateRow() {}

    OpenPgpCertificateRow(
            String id,
            String tenantId,
            String organizationId,
            String fingerprint,
            byte[] certificate,
            Instant registeredAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.organizationId = organizationId;
        this.fingerprint = fingerprint;
        this.certificate = certificate;
        this.registeredAt = registeredAt;
    }
}
