package io.cardloom.production.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A list that waits, sealed, for a process with keys. */
@Entity
@Table(name = "handed_list")
class HandedListRow {

    @Id
    @Column(name = "order_id")
    String orderId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "key_id")
    String keyId;

    @Column(name = "wrapped_key")
    byte[] wrappedKey;

    /** Whether it is the list itself, else it is wrapped by CMS or OpenPGP. */
    boolean plain;

    /** Whether all of it is there. */
    boolean whole;

    /** When a piece of it came last. */
    @Column(name = "beat_at")
    Instant beatAt;

    @SuppressWarnings("NullAway.Init")
    protected HandedListRow() {}

    HandedListRow(
            String tenantId,
            String orderId,
            String keyId,
            byte[] wrappedKey,
            boolean plain,
            Instant at) {
        this.tenantId = tenantId;
        this.orderId = orderId;
        this.keyId = keyId;
        this.wrappedKey = wrappedKey;
        this.plain = plain;
        this.beatAt = at;
    }
}
