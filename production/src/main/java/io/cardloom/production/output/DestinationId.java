package io.cardloom.production.output;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a place where cards are made: a bureau or a device. */
public record DestinationId(String value) {

    public DestinationId {
        Identifier.checked("dst", value);
    }

    public static DestinationId next(Clock clock) {
        return new DestinationId(Identifier.next("dst", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
