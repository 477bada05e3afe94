package io.cardloom.designer.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A proof that was issued; written once. */
@Entity
@Immutable
@Table(name = "proof")
class ProofRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String digest;

    @Column(name = "issued_at")
    Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected ProofRow() {}

    ProofRow(String tenantId, Proof proof) {
        this.id = proof.id().value();
        this.tenantId = tenantId;
        this.digest = proof.digest().hex64();
        this.issuedAt = proof.issuedAt();
    }
}
