package io.cardloom.production.dataprep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One sealed personalization record, written once. */
@Entity
@Immutable
@Table(name = "prepared_card")
class PreparedCardRow {

    /** The owner's id, a slash, and the number or name in it. */
    @Id String id;

    @Column(name = "run_id")
    String runId;

    int number;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    byte[] ciphertext;

    @SuppressWarnings("NullAway.Init")
    protected PreparedCardRow() {}

    PreparedCardRow(String tenantId, String runId, int number, byte[] ciphertext) {
        this.tenantId = tenantId;
        this.id = runId + "/" + number;
        this.runId = runId;
        this.number = number;
        this.ciphertext = ciphertext;
    }
}
