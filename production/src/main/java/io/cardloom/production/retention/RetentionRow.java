package io.cardloom.production.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** How long a program's account data are kept. */
@Entity
@Table(name = "retention_period")
class RetentionRow {

    @Id
    @Column(name = "program_id")
    String programId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    int days;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected RetentionRow() {}

    /** Days, time and person are said before it is kept. */
    @SuppressWarnings("NullAway.Init")
    RetentionRow(String tenantId, String programId) {
        this.tenantId = tenantId;
        this.programId = programId;
    }
}
