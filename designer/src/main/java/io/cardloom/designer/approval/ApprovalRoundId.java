package io.cardloom.designer.approval;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names one round of approval. */
public record ApprovalRoundId(String value) {

    public ApprovalRoundId {
        Identifier.checked("apr", value);
    }

    public static ApprovalRoundId next(Clock clock) {
        return new ApprovalRoundId(Identifier.next("apr", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
