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

/** A row of the freezings; written once. */
@Entity
@Immutable
@Table(name = "design_freeze")
@IdClass(FreezeRow.Key.class)
class FreezeRow {

    /** A design is frozen once at one number and one digest. */
    record Key(String designId, long number, String digest) implements Serializable {}

    @Id
    @Column(name = "design_id")
    String designId = "";

    @Id
    @Column(name = "number")
    long number;

    @Id
    @Column(name = "digest")
    String digest = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "person_id")
    String personId = "";

    @Column(name = "frozen_at")
    Instant frozenAt = Instant.EPOCH;
}
