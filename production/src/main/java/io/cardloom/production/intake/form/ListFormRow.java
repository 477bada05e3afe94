package io.cardloom.production.intake.form;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One version of a program's list form, written once. */
@Entity
@Immutable
@Table(name = "list_form")
class ListFormRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "program_id")
    String programId;

    int number;

    @Column(length = Integer.MAX_VALUE)
    String document;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;

    @SuppressWarnings("NullAway.Init")
    protected ListFormRow() {}

    ListFormRow(
            String id,
            String tenantId,
            String programId,
            int number,
            String document,
            Instant savedAt,
            String savedBy) {
        this.id = id;
        this.tenantId = tenantId;
        this.programId = programId;
        this.number = number;
        this.document = document;
        this.savedAt = savedAt;
        this.savedBy = savedBy;
    }
}
