package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a key ceremony. */
public record CeremonyId(String value) {

    public CeremonyId {
        Identifier.checked("kcy", value);
    }

    static CeremonyId next(Clock clock) {
        return new CeremonyId(Identifier.next("kcy", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
