package io.cardloom.production.dataprep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One sealed personalization record, written once. */
@Entity
@Immutable
@IdClass(PreparedCardRow.Key.class)
@Table(name = "prepared_card")
class PreparedCardRow {

    /** Names a card: its run and its number in it. */
    record Key(String runId, int number) implements Serializable {}

    @Id
    @Column(name = "run_id")
    String runId;

    @Id int number;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    byte[] ciphertext;

    @SuppressWarnings("NullAway.Init")
    protected PreparedCardRow() {}

    PreparedCardRow(String tenantId, String runId, int number, byte[] ciphertext) {
        this.tenantId = tenantId;
        this.runId = runId;
        this.number = number;
        this.ciphertext = ciphertext;
    }
}
