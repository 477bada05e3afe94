package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A key through all its versions. */
@Entity
@Table(name = "keyring")
class IssuerKeyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_usage")
    KeyUsage usage;

    /** The usage, where it alone finds this key; unique in the tenant. */
    @Column(name = "standard_usage")
    @Nullable String standardUsage;

    @Column(name = "made_at")
    Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected IssuerKeyRow() {}

    IssuerKeyRow(
            String id,
            String tenantId,
            String name,
            KeyUsage usage,
            boolean standard,
            Instant madeAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.name = name;
        this.usage = usage;
        this.standardUsage = standard ? usage.name() : null;
        this.madeAt = madeAt;
    }
}
