package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.PersonId;
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

/** A document signer's key, by its number. */
@Entity
@Table(name = "document_signer_key")
class SignerKeyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    int number;

    @Enumerated(EnumType.STRING)
    SignerKeyState state = SignerKeyState.LIVING;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "asked_by")
    @Nullable String askedBy;

    @Column(name = "confirmed_by")
    @Nullable String confirmedBy;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected SignerKeyRow() {}

    SignerKeyRow(String tenantId, String id, int number, Instant madeAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.number = number;
        this.madeAt = madeAt;
    }

    /** Nobody asks for its end any more. */
    void live() {
        state = SignerKeyState.LIVING;
        askedBy = null;
    }

    @Nullable PersonId asker() {
        return askedBy == null ? null : new PersonId(askedBy);
    }
}
