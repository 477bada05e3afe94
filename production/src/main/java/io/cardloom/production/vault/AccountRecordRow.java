package io.cardloom.production.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One sealed account record, written once. */
@Entity
@Immutable
@Table(name = "account_record")
class AccountRecordRow {

    private static final int SEVEN_DIGITS = 10_000_000;

    /**
     * The order's id, a slash, and the number in it, in seven digits: rows of a list go into the
     * database in the order of their ids.
     */
    @Id String id;

    @Column(name = "order_id")
    String orderId;

    int number;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String lookup;

    byte[] ciphertext;

    @SuppressWarnings("NullAway.Init")
    protected AccountRecordRow() {}

    AccountRecordRow(
            String tenantId, String orderId, int number, String lookup, byte[] ciphertext) {
        this.tenantId = tenantId;
        this.id = orderId + "/" + Integer.toString(SEVEN_DIGITS + number).substring(1);
        this.orderId = orderId;
        this.number = number;
        this.lookup = lookup;
        this.ciphertext = ciphertext;
    }
}
