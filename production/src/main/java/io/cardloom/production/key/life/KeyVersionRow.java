package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.KeyCheckValue;
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

/** A version of a key; what it is, and never its value. */
@Entity
@Table(name = "keyring_version")
class KeyVersionRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "key_id")
    String keyId;

    int number;

    @Enumerated(EnumType.STRING)
    KeyKind kind;

    @Enumerated(EnumType.STRING)
    KeyState state;

    /** Something in the one version that is active, so that a unique row holds there is but one. */
    @Column(name = "active_mark")
    @Nullable String activeMark;

    @Column(name = "check_value")
    String checkValue;

    String driver;

    int quorum;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "replace_by")
    Instant replaceBy;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected KeyVersionRow() {}

    void moved(KeyState to, Instant at) {
        state = to;
        activeMark = to == KeyState.ACTIVE ? "A" : null;
        changedAt = at;
    }

    IssuerKeyVersion read(String keyName, KeyUsage usage) {
        return new IssuerKeyVersion(
                new KeyVersionId(id),
                new KeyId(keyId),
                keyName,
                usage,
                kind,
                number,
                state,
                new KeyCheckValue(checkValue),
                driver,
                quorum,
                madeAt,
                changedAt,
                replaceBy);
    }
}
