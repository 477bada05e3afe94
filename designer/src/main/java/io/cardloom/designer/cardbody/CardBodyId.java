package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a card body of one tenant through all its versions. */
public record CardBodyId(String value) {

    public CardBodyId {
        Identifier.checked("bod", value);
    }

    public static CardBodyId next(Clock clock) {
        return new CardBodyId(Identifier.next("bod", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
