package io.cardloom.production.run;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names one card that was to be made; a remake is another card. */
public record CardId(String value) {

    public CardId {
        Identifier.checked("crd", value);
    }

    public static CardId next(Clock clock) {
        return new CardId(Identifier.next("crd", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
