package io.cardloom.production.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That something registered is trusted no longer, written once. */
@Entity
@Immutable
@Table(name = "certificate_withdrawal")
class CertificateWithdrawalRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String fingerprint;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    @SuppressWarnings("NullAway.Init")
    protected CertificateWithdrawalRow() {}

    CertificateWithdrawalRow(
            String id, String tenantId, String fingerprint, Instant withdrawnAt, String by) {
        this.id = id;
        this.tenantId = tenantId;
        this.fingerprint = fingerprint;
        this.withdrawnAt = withdrawnAt;
        this.withdrawnBy = by;
    }
}
