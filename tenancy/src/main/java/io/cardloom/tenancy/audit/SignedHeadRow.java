package io.cardloom.tenancy.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A head signed while the chain grew. */
@Entity
@Immutable
@Table(name = "audit_signed_head")
@NullUnmarked
class SignedHeadRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    long seq;
    String hash;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(length = Integer.MAX_VALUE)
    String statement;

    String signature;
}
