package io.cardloom.production.dataprep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** That a run was prepared, from what, and whether it is purged. */
@Entity
@Table(name = "prepared_run")
class PreparedRunRow {

    @Id
    @Column(name = "run_id")
    String runId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    String digest;

    int cards;

    /** Whether they are identity documents. */
    boolean documents;

    @Column(name = "plan_hash")
    String planHash;

    @Column(name = "key_check_values")
    String keyCheckValues;

    @Column(name = "prepared_at")
    Instant preparedAt;

    @Column(name = "purged_at")
    @Nullable Instant purgedAt;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected PreparedRunRow() {}

    PreparedRunRow(
            String tenantId,
            RunOrder order,
            boolean documents,
            String keyCheckValues,
            Instant preparedAt) {
        this.documents = documents;
        this.runId = order.run().value();
        this.tenantId = tenantId;
        this.orderId = order.order().value();
        this.digest = order.digest().hex64();
        this.cards = order.cards().size();
        this.planHash = order.planHash();
        this.keyCheckValues = keyCheckValues;
        this.preparedAt = preparedAt;
    }
}
