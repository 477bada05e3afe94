package io.cardloom.designer.preflight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A report that was made; written once. A digest names its design, so no two tenants share one. */
@Entity
@Immutable
@Table(name = "preflight_report")
class PreflightReportRow {

    @Id String digest;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String rules;

    @Column(length = 1 << 24)
    String findings;

    @Column(name = "judged_at")
    Instant judgedAt;

    @SuppressWarnings("NullAway.Init")
    protected PreflightReportRow() {}

    PreflightReportRow(
            String tenantId, String digest, String rules, String findings, Instant judgedAt) {
        this.tenantId = tenantId;
        this.digest = digest;
        this.rules = rules;
        this.findings = findings;
        this.judgedAt = judgedAt;
    }
}
