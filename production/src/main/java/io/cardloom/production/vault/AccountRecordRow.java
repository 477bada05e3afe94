package io.cardloom.production.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One sealed account record, written once. */
@Entity
@Immutable
@IdClass(AccountRecordRow.Key.class)
@Table(name = "account_record")
class AccountRecordRow {

    /** Names a record: its order and its number in it, from 1. */
    record Key(String orderId, int number) implements Serializable {}

    @Id
    @Column(name = "order_id")
    String orderId;

    @Id int number;

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
        this.orderId = orderId;
        this.number = number;
        this.lookup = lookup;
        this.ciphertext = ciphertext;
    }
}
