package io.cardloom.production.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The public half of a pair that is for one list. */
@Entity
@Table(name = "drop_key")
class DropKeyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "public_key")
    byte[] publicKey;

    @Column(name = "made_at")
    Instant madeAt;

    /** Whose list it is for; null while it waits. */
    @Column(name = "order_id")
    @Nullable String orderId;

    @SuppressWarnings("NullAway.Init")
    protected DropKeyRow() {}

    DropKeyRow(
            String tenantId, String id, byte[] publicKey, Instant madeAt, @Nullable String order) {
        this.tenantId = tenantId;
        this.id = id;
        this.publicKey = publicKey;
        this.madeAt = madeAt;
        this.orderId = order;
    }
}
