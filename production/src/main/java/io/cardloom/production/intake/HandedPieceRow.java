package io.cardloom.production.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/** A piece of a sealed list, by number from 1. */
@Entity
@Table(name = "handed_piece")
class HandedPieceRow {

    /** The order's id, a slash, and the number. */
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "order_id")
    String orderId;

    int number;

    byte[] bytes;

    @SuppressWarnings("NullAway.Init")
    protected HandedPieceRow() {}

    HandedPieceRow(String tenantId, String orderId, int number, byte[] bytes) {
        this.tenantId = tenantId;
        this.id = orderId + "/" + number;
        this.orderId = orderId;
        this.number = number;
        this.bytes = bytes;
    }
}
