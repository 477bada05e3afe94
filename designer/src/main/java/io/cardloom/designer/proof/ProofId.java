package io.cardloom.designer.proof;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a proof. */
public record ProofId(String value) {

    public ProofId {
        Identifier.checked("prf", value);
    }

    public static ProofId next(Clock clock) {
        return new ProofId(Identifier.next("prf", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
