package io.cardloom.tenancy.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** One entry, with the columns it is found by. */
@Entity
@Immutable
@Table(name = "audit_entry")
@NullUnmarked
class AuditEntryRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    long seq;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "person_id")
    String personId;

    String action;
    String subject;
    String digest;
    String hash;

    @Column(length = Integer.MAX_VALUE)
    String entry;
}
