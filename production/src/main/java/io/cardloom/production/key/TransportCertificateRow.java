package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A registered certificate, written once. */
@Entity
@Immutable
@Table(name = "transport_certificate")
class TransportCertificateRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Enumerated(EnumType.STRING)
    CertificatePurpose purpose;

    @Column(name = "organization_id")
    String organizationId;

    String fingerprint;

    byte[] certificate;

    @Column(name = "registered_at")
    Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected TransportCertificateRow() {}

    TransportCertificateRow(
            String id, String tenantId, RegisteredCertificate what, byte[] der, Instant at) {
        this.id = id;
        this.tenantId = tenantId;
        this.purpose = what.purpose();
        this.organizationId = what.organization().value();
        this.fingerprint = what.sha256();
        this.certificate = der;
        this.registeredAt = at;
    }

    RegisteredCertificate read() {
        return CertificateReader.registered(
                purpose, new OrganizationId(organizationId), CertificateReader.read(certificate));
    }
}
