package io.cardloom.production.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A list that was handed in: the intent to take it in, and how far it is. */
@Entity
@Table(name = "list_intake")
class IntakeRow {

    @Id
    @Column(name = "order_id")
    String orderId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "program_id")
    String programId;

    @Column(name = "rows_read")
    int rowsRead;

    @Column(name = "rows_wrong")
    int rowsWrong;

    @Column(name = "bytes_read")
    long bytesRead;

    @Column(name = "bytes_whole")
    long bytesWhole;

    @Column(name = "cancel_wanted")
    boolean cancelWanted;

    /** How often a process began to take it in; whoever has an older number lost it. */
    int fence;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "beat_at")
    Instant beatAt;

    @SuppressWarnings("NullAway.Init")
    protected IntakeRow() {}

    IntakeRow(String tenantId, String orderId, String programId, long bytesWhole, Instant begunAt) {
        this.tenantId = tenantId;
        this.orderId = orderId;
        this.programId = programId;
        this.bytesWhole = bytesWhole;
        this.begunAt = begunAt;
        this.beatAt = begunAt;
    }

    IntakeProgress told() {
        return new IntakeProgress(
                rowsRead, rowsWrong, bytesRead, bytesWhole, cancelWanted, fence == 0, begunAt);
    }
}
