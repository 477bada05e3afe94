package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a design for as long as it lives, whatever its revisions. */
public record DesignId(String value) {

    public DesignId {
        Identifier.checked("dsn", value);
    }

    public static DesignId next(Clock clock) {
        return new DesignId(Identifier.next("dsn", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
