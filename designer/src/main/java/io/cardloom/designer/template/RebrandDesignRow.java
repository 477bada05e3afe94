package io.cardloom.designer.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of the designs in a rebrand; changed by the repository's own statements alone. */
@Entity
@Table(name = "rebrand_design")
@IdClass(RebrandDesignRow.Key.class)
class RebrandDesignRow {

    /** Named by its rebrand and its design. */
    record Key(String rebrandId, String designId) implements Serializable {}

    @Id
    @Column(name = "rebrand_id")
    String rebrandId = "";

    @Id
    @Column(name = "design_id")
    String designId = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    RebrandOutcome outcome = RebrandOutcome.PENDING;

    @Column(name = "changes")
    int changes;

    @Column(name = "reason")
    String reason = "";

    @Column(name = "settled_at")
    @Nullable Instant settledAt;
}
