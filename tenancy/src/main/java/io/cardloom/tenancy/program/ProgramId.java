package io.cardloom.tenancy.program;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a card program. */
public record ProgramId(String value) {

    public ProgramId {
        Identifier.checked("prg", value);
    }

    public static ProgramId next(Clock clock) {
        return new ProgramId(Identifier.next("prg", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
