package io.cardloom.designer.design;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A row of the revisions; written once. */
@Entity
@Immutable
@Table(name = "design_revision")
@IdClass(RevisionRow.Key.class)
class RevisionRow {

    /** A digest names its design too, because the design's id is in what was hashed. */
    record Key(String designId, String digest) implements Serializable {}

    @Id
    @Column(name = "design_id")
    String designId = "";

    @Id
    @Column(name = "digest")
    String digest = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "program_id")
    String programId = "";

    @Column(name = "name")
    String name = "";

    @Column(name = "number")
    long number;

    @Column(name = "content")
    String content = "";

    @Column(name = "frozen_at")
    Instant frozenAt = Instant.EPOCH;
}
