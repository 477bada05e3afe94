package io.cardloom.designer.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A row of the rounds; changed by the repository's own statements alone. */
@Entity
@Table(name = "approval_round")
class RoundRow {

    @Id
    @Column(name = "id")
    String id = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "digest")
    String digest = "";

    @Column(name = "design_id")
    String designId = "";

    @Column(name = "program_id")
    String programId = "";

    @Column(name = "number")
    int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    ApprovalRound.State state = ApprovalRound.State.OPEN;

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Column(name = "opened_by")
    String openedBy = "";
}
