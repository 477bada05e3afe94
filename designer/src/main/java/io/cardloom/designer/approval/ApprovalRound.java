package io.cardloom.designer.approval;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Side;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * The two sides' word on one digest.
 *
 * @param decisions at most one a side, in the order they were made
 */
public record ApprovalRound(
        ApprovalRoundId id,
        Digest digest,
        DesignId design,
        ProgramId program,
        State state,
        Instant openedAt,
        List<Decided> decisions) {

    public ApprovalRound {
        decisions = List.copyOf(decisions);
    }

    /** Where a round stands; all but {@link #OPEN} and {@link #APPROVED} are final. */
    public enum State {
        OPEN,
        APPROVED,
        CHANGES_REQUIRED,
        VOIDED
    }

    /**
     * One side's decision.
     *
     * @param name how that person was called then
     * @param reason 1 to 1,000 characters where changes are required, maybe empty otherwise
     */
    public record Decided(
            Side side,
            PersonId person,
            String name,
            Decision decision,
            String reason,
            Instant at) {}
}
