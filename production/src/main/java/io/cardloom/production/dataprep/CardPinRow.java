package io.cardloom.production.dataprep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** The drawn PIN of one record of an order, sealed twice; written once. */
@Entity
@Immutable
@Table(name = "card_pin")
class CardPinRow {

    /** The order's id, a slash, and the record's number in it. */
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    int number;

    int digits;

    byte[] ciphertext;

    @SuppressWarnings("NullAway.Init")
    protected CardPinRow() {}

    /**
     * @param digits how many the PIN has
     */
    CardPinRow(String tenantId, String orderId, int number, int digits, byte[] ciphertext) {
        this.id = orderId + "/" + number;
        this.tenantId = tenantId;
        this.orderId = orderId;
        this.number = number;
        this.digits = digits;
        this.ciphertext = ciphertext;
    }
}
