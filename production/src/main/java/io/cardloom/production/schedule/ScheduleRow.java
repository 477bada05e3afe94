package io.cardloom.production.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A schedule as it is stored: once_at, or cron and zone. */
@Entity
@Table(name = "production_schedule")
@NullUnmarked
class ScheduleRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    @Column(name = "destination_id")
    String destinationId;

    @Column(name = "once_at")
    Instant onceAt;

    String cron;
    String zone;

    @Column(name = "cards_per_run")
    int cardsPerRun;

    boolean ended;

    @Column(name = "created_at")
    Instant createdAt;

    @Version long version;
}
