package io.cardloom.production.emv;

import io.cardloom.production.signingkey.KeyEnd;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** An issuer's RSA key for chips, by its number. */
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

    @Embedded KeyEnd end = new KeyEnd();

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected ChipIssuerRow() {}

    ChipIssuerRow(String tenantId, String id, int number, int bits, Instant madeAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.number = number;
        this.bits = bits;
        this.madeAt = madeAt;
    }

    ChipIssuer issuer() {
        return new ChipIssuer(number, bits);
    }
}
