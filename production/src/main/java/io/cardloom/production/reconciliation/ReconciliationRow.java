package io.cardloom.production.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A closing count as it is stored; its id is the run's. */
@Entity
@Immutable
@Table(name = "reconciliation")
@NullUnmarked
class ReconciliationRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    int stock;
    int good;
    int spoiled;
    int destroyed;

    @Column(name = "left_over")
    int left;

    @Column(name = "counted_by")
    String countedBy;

    @Column(name = "counted_at")
    Instant countedAt;

    @Column(name = "purged_records")
    Integer purgedRecords;

    @Column(name = "purged_key")
    String purgedKey;
}
