package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A row of the edits; written once. */
@Entity
@Immutable
@Table(name = "design_edit")
@IdClass(EditRow.Key.class)
class EditRow {

    /** An edit is named by its design and its number. */
    record Key(String designId, long number) implements Serializable {}

    @Id
    @Column(name = "design_id")
    String designId = "";

    @Id
    @Column(name = "number")
    long number;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    AppliedEdit.Kind kind = AppliedEdit.Kind.EDIT;

    @Column(name = "refers")
    long refers;

    @Column(name = "person_id")
    String personId = "";

    @Column(name = "person_name")
    String personName = "";

    @Column(name = "origin_session")
    String session = "";

    @Column(name = "origin_sequence")
    long sequence;

    @Column(name = "command")
    String command = "";

    @Column(name = "inverse")
    String inverse = "";

    @Column(name = "applied_at")
    Instant appliedAt = Instant.EPOCH;

    AppliedEdit applied() {
        return new AppliedEdit(
                number,
                DesignJson.readCommand(command),
                DesignJson.readCommand(inverse),
                kind,
                new EditOrigin(session, sequence),
                new PersonId(personId),
                personName,
                appliedAt);
    }

    EditHistory.Past past() {
        return new EditHistory.Past(
                number,
                new PersonId(personId),
                kind,
                refers,
                DesignJson.readCommand(command),
                DesignJson.readCommand(inverse));
    }
}
