package io.cardloom.production.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A run as it is stored. */
@Entity
@Table(name = "production_run")
@NullUnmarked
class RunRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    @Column(name = "schedule_id")
    String scheduleId;

    String occurrence;

    @Column(name = "planned_for")
    Instant plannedFor;

    @Column(name = "program_id")
    String programId;

    String digest;

    @Column(name = "destination_id")
    String destinationId;

    String channel;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RunState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "held_from")
    RunState heldFrom;

    int cards;
    int good;
    int spoiled;
    int destroyed;

    @Column(name = "in_doubt")
    int inDoubt;

    int stock;

    @Column(name = "left_over")
    Integer left;

    String reason;

    @Column(name = "package_name")
    String packageName;

    @Column(name = "release_hash")
    String releaseHash;

    @Column(name = "released_by")
    String releasedBy;

    boolean departed;

    @Column(name = "spoiled_in_row")
    int spoiledInRow;

    int tries;

    @Column(name = "next_try")
    Instant nextTry;

    @Column(name = "lease_owner")
    String leaseOwner;

    @Column(name = "lease_until")
    Instant leaseUntil;

    long fence;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version long version;

    /** Plastics that are neither used nor in doubt. */
    int plasticsLeft() {
        return stock - good - spoiled - destroyed - inDoubt;
    }

    /** Whether somebody may be working on it at this time. */
    boolean isLeased(Instant now) {
        return leaseOwner != null && leaseUntil.isAfter(now);
    }
}
