package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.KeyKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A ceremony. */
@Entity
@Table(name = "key_ceremony")
class CeremonyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Enumerated(EnumType.STRING)
    CeremonyKind kind;

    @Enumerated(EnumType.STRING)
    CeremonyState state;

    @Column(name = "key_name")
    String keyName;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_usage")
    KeyUsage usage;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_kind")
    KeyKind keyKind;

    @Column(name = "key_id")
    @Nullable String keyId;

    @Column(name = "version_id")
    @Nullable String versionId;

    @Column(name = "protection_id")
    @Nullable String protectionId;

    int needed;

    int quorum;

    @Column(name = "check_value")
    @Nullable String checkValue;

    @Column(name = "key_block")
    @Nullable String keyBlock;

    @Nullable String reason;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected CeremonyRow() {}

    void moved(CeremonyState to, Instant at) {
        CeremonyTransitions.require(state, to);
        state = to;
        if (to.closed()) {
            closedAt = at;
        }
    }
}
