package io.cardloom.production.document;

import io.cardloom.production.signingkey.KeyEnd;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A document signer's key, by its number. */
@Entity
@Table(name = "document_signer_key")
class SignerKeyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    int number;

    @Embedded KeyEnd end = new KeyEnd();

    @Column(name = "made_at")
    Instant madeAt;

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
}
