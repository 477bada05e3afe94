package io.cardloom.designer.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One file of a proof; written once. */
@Entity
@Immutable
@Table(name = "proof_file")
class ProofFileRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "proof_id")
    String proofId;

    String kind;
    String sha256;
    long bytes;

    @Column(length = 1 << 30)
    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected ProofFileRow() {}

    ProofFileRow(
            String tenantId, ProofId proof, String kind, Proof.ProofFile file, byte[] content) {
        this.id = proof.value() + '.' + kind;
        this.tenantId = tenantId;
        this.proofId = proof.value();
        this.kind = kind;
        this.sha256 = file.sha256();
        this.bytes = file.bytes();
        this.content = content;
    }
}
