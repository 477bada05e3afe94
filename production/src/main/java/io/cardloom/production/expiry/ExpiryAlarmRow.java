package io.cardloom.production.expiry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That an alarm was raised; its key is what keeps it from being raised again. */
@Entity
@Immutable
@Table(name = "expiry_alarm")
class ExpiryAlarmRow {

    /** The subject, a slash, the days of the alarm. */
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "not_after")
    Instant notAfter;

    @Column(name = "raised_at")
    Instant raisedAt;

    @SuppressWarnings("NullAway.Init")
    protected ExpiryAlarmRow() {}

    ExpiryAlarmRow(String id, String tenantId, Instant notAfter, Instant raisedAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.notAfter = notAfter;
        this.raisedAt = raisedAt;
    }
}
