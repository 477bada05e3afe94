package io.cardloom.production;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a card order: so many cards of one approved digest. */
public record CardOrderId(String value) {

    public CardOrderId {
        Identifier.checked("ord", value);
    }

    public static CardOrderId next(Clock clock) {
        return new CardOrderId(Identifier.next("ord", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
