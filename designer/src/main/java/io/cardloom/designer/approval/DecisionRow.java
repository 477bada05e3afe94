package io.cardloom.designer.approval;

import io.cardloom.tenancy.program.Side;
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

/** A row of the decisions; written once. */
@Entity
@Immutable
@Table(name = "approval_decision")
@IdClass(DecisionRow.Key.class)
class DecisionRow {

    /** A round has one decision a side. */
    record Key(String roundId, Side side) implements Serializable {}

    @Id
    @Column(name = "round_id")
    String roundId = "";

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "side")
    Side side = Side.ISSUER;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "person_id")
    String personId = "";

    @Column(name = "person_name")
    String personName = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    Decision decision = Decision.APPROVED;

    @Column(name = "reason")
    String reason = "";

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    ApprovalRound.Decided decided() {
        return new ApprovalRound.Decided(
                side, new PersonId(personId), personName, decision, reason, decidedAt);
    }
}
