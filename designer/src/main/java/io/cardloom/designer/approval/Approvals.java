package io.cardloom.designer.approval;

import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of approval. */
@Component
public class Approvals {

    Approvals() {}

    public ApprovalRound open(Actor actor, Digest digest) {
        throw new IllegalStateException("not built yet");
    }

    /** The latest round for this digest; empty when none was ever opened. */
    public Optional<ApprovalRound> round(TenantId tenant, Digest digest) {
        throw new IllegalStateException("not built yet");
    }

    public ApprovalRound decide(Actor actor, Digest digest, Decision decision, String reason) {
        throw new IllegalStateException("not built yet");
    }

    public boolean approved(TenantId tenant, Digest digest) {
        throw new IllegalStateException("not built yet");
    }

    public List<ApprovalRound> waitingFor(Actor actor) {
        throw new IllegalStateException("not built yet");
    }
}
