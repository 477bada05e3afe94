package io.cardloom.production.emv;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** An issuer's RSA key for chips, by its number; never changed. */
@Entity
@Table(name = "chip_issuer_key")
class ChipIssuerRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    int number;

    int bits;

    @Column(name = "made_at")
    Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected ChipIssuerRow() {}

    ChipIssuerRow(String tenantId, String id, int number, int bits, Instant madeAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.number = number;
        this.bits = bits;
        this.madeAt = madeAt;
    }
}
