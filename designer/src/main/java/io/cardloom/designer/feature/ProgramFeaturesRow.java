package io.cardloom.designer.feature;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** What is switched off for a program; a program without a row has everything. */
@Entity
@Table(name = "program_features")
class ProgramFeaturesRow {

    @Id
    @Column(name = "program_id")
    String programId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    /** Names of features, a blank between two; empty for none. */
    @Column(name = "switched_off")
    String switchedOff;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected ProgramFeaturesRow() {}

    ProgramFeaturesRow(String tenantId, String programId) {
        this.tenantId = tenantId;
        this.programId = programId;
        this.switchedOff = "";
        this.changedAt = Instant.EPOCH;
        this.changedBy = "";
    }
}
