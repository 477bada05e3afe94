package io.cardloom.production.emv;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A key pair of the pool; taken once, then without its private half. */
@Entity
@Table(name = "icc_key")
class IccKeyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    int bits;

    byte[] modulus;

    byte @Nullable [] sealed;

    @Nullable String card;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "taken_at")
    @Nullable Instant takenAt;

    @Version long version;

    @SuppressWarnings("NullAway.Init")
    protected IccKeyRow() {}

    IccKeyRow(String id, String tenantId, SealedIccKey key, Instant madeAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.bits = key.key().modulus().bitLength();
        this.modulus = key.key().modulusBytes();
        this.sealed = key.sealed();
        this.madeAt = madeAt;
    }
}
