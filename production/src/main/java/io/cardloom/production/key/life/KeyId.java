package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names an issuer's key through all its versions. */
public record KeyId(String value) {

    public KeyId {
        Identifier.checked("key", value);
    }

    static KeyId next(Clock clock) {
        return new KeyId(Identifier.next("key", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
