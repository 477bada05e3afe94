package io.cardloom.production.dataprep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Account data that are to be destroyed where the keys are, and what became of it. */
@Entity
@Table(name = "account_purge")
class AccountPurgeRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    /** The run whose closing asked for it; null when the order was closed. */
    @Column(name = "run_id")
    @Nullable String runId;

    /** Whether only what was prepared for the run is meant. */
    @Column(name = "only_run")
    boolean onlyRun;

    @Nullable String digest;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "done_at")
    @Nullable Instant doneAt;

    int records;
    int runs;

    @Column(name = "check_value")
    String checkValue;

    @SuppressWarnings("NullAway.Init")
    protected AccountPurgeRow() {}

    AccountPurgeRow(
            String tenantId,
            String id,
            String orderId,
            @Nullable String runId,
            boolean onlyRun,
            @Nullable String digest,
            String askedBy,
            Instant askedAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.orderId = orderId;
        this.runId = runId;
        this.onlyRun = onlyRun;
        this.digest = digest;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.checkValue = "";
    }
}
