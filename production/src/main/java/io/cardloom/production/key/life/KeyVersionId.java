package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names one version of a key; the device knows it by this. */
public record KeyVersionId(String value) {

    public KeyVersionId {
        Identifier.checked("kyv", value);
    }

    static KeyVersionId next(Clock clock) {
        return new KeyVersionId(Identifier.next("kyv", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
