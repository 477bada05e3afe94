package io.cardloom.production.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One of Cardloom's own public certificates, or that it is asked for. */
@Entity
@Table(name = "published_certificate")
class PublishedCertificateRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String purpose;

    /** Null while it is asked for. */
    byte @Nullable [] certificate;

    @Column(name = "asked_at")
    Instant askedAt;

    @SuppressWarnings("NullAway.Init")
    protected PublishedCertificateRow() {}

    PublishedCertificateRow(String tenantId, String id, String purpose, Instant askedAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.purpose = purpose;
        this.askedAt = askedAt;
    }
}
