package io.cardloom.production.order;

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

/** An order as it is stored, with the report on its cardholder file. */
@Entity
@Table(name = "card_order")
@NullUnmarked
class OrderRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "program_id")
    String programId;

    String digest;
    String name;
    int cards;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    OrderState state;

    @Column(length = Integer.MAX_VALUE)
    String report;

    @Column(name = "placed_at")
    Instant placedAt;

    @Column(name = "placed_by")
    String placedBy;

    @Version long version;
}
