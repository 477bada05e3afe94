package io.cardloom.production.key;

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

/** One of Cardloom's own certificates, with its number. */
@Entity
@Table(name = "own_certificate")
class OwnCertificateRow {

    private static final String NEXT = "NEXT";
    private static final String IN_USE = "ACTIVE";

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Enumerated(EnumType.STRING)
    OwnPurpose purpose;

    int number;

    @Enumerated(EnumType.STRING)
    OwnCertificateState state;

    /** Unique with tenant and purpose; null for what is neither under way nor in use. */
    private @Nullable String standing;

    byte @Nullable [] certificate;

    @Nullable String fingerprint;

    @Column(name = "not_after")
    @Nullable Instant notAfter;

    @Column(name = "lead_days")
    int leadDays;

    @Column(name = "overlap_days")
    int overlapDays;

    @Column(name = "asked_by")
    @Nullable String askedBy;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "confirmed_by")
    @Nullable String confirmedBy;

    @Column(name = "from_at")
    @Nullable Instant fromAt;

    @Column(name = "over_at")
    @Nullable Instant overAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected OwnCertificateRow() {}

    OwnCertificateRow(
            String tenantId,
            String id,
            OwnPurpose purpose,
            int number,
            OwnCertificateState state,
            Instant askedAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.purpose = purpose;
        this.number = number;
        this.state = state;
        this.standing = standing(state);
        this.askedAt = askedAt;
    }

    void move(OwnCertificateState to) {
        state = to;
        standing = standing(to);
    }

    void keep(OwnEncoding made) {
        certificate = made.bytes();
        fingerprint = made.fingerprint();
        notAfter = made.notAfter();
    }

    OwnCertificate read() {
        return new OwnCertificate(
                id,
                purpose,
                number,
                state,
                certificate == null ? new byte[0] : certificate.clone(),
                fingerprint == null ? "" : fingerprint,
                notAfter,
                leadDays,
                overlapDays,
                askedBy == null ? null : new PersonId(askedBy),
                askedAt,
                confirmedBy == null ? null : new PersonId(confirmedBy),
                fromAt,
                overAt,
                endedAt);
    }

    private static @Nullable String standing(OwnCertificateState state) {
        if (state == OwnCertificateState.ACTIVE) {
            return IN_USE;
        }
        return state.underWay() ? NEXT : null;
    }
}
