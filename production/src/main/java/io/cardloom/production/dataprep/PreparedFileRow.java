package io.cardloom.production.dataprep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A sealed file of a run, written once. */
@Entity
@Immutable
@Table(name = "prepared_file")
class PreparedFileRow {

    /** The owner's id, a slash, and the number or name in it. */
    @Id String id;

    @Column(name = "run_id")
    String runId;

    String name;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    int position;

    String sha256;

    @Column(name = "byte_count")
    long byteCount;

    @Column(name = "stored_name")
    String storedName;

    @SuppressWarnings("NullAway.Init")
    protected PreparedFileRow() {}

    PreparedFileRow(
            String tenantId, String runId, int position, PreparedFile file, String storedName) {
        this.tenantId = tenantId;
        this.id = runId + "/" + file.name();
        this.runId = runId;
        this.name = file.name();
        this.position = position;
        this.sha256 = file.sha256();
        this.byteCount = file.bytes();
        this.storedName = storedName;
    }
}
