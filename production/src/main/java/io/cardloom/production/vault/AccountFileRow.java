package io.cardloom.production.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** An order's cardholder file as it was accepted, and whether it is purged. */
@Entity
@Table(name = "account_file")
class AccountFileRow {

    @Id
    @Column(name = "order_id")
    String orderId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "program_id")
    String programId;

    /** By which version of the program's documents the list was read; null for payment cards. */
    @Column(name = "document_version")
    @Nullable String documentVersion;

    @Column(name = "row_count")
    int rowCount;

    String signer;

    @Column(name = "received_at")
    Instant receivedAt;

    /** When its records became the order's; null while they are only staged. */
    @Column(name = "accepted_at")
    @Nullable Instant acceptedAt;

    @Column(name = "purged_at")
    @Nullable Instant purgedAt;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected AccountFileRow() {}

    AccountFileRow(Deposit deposit, String signer, Instant receivedAt) {
        this.orderId = deposit.order().value();
        this.tenantId = deposit.tenant().value();
        this.programId = deposit.program().value();
        this.documentVersion = deposit.documents();
        this.signer = signer;
        this.receivedAt = receivedAt;
    }
}
