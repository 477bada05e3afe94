package io.cardloom.production;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a production run: one occurrence in which an order's cards are made. */
public record RunId(String value) {

    public RunId {
        Identifier.checked("run", value);
    }

    public static RunId next(Clock clock) {
        return new RunId(Identifier.next("run", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
