package io.cardloom.production.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A document signer's certificate; never changed once it is there. */
@Entity
@Table(name = "document_signer")
class DocumentSignerRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    /** Of the key that it is for. */
    int number;

    byte[] certificate;

    @Column(name = "not_before")
    Instant notBefore;

    @Column(name = "not_after")
    Instant notAfter;

    @Column(name = "installed_at")
    Instant installedAt;

    @SuppressWarnings("NullAway.Init")
    protected DocumentSignerRow() {}

    DocumentSignerRow(
            String id,
            String tenantId,
            int number,
            byte[] certificate,
            Instant notBefore,
            Instant notAfter,
            Instant installedAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.number = number;
        this.certificate = certificate;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
        this.installedAt = installedAt;
    }
}
