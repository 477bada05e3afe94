package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names one layer of one design; clients make it, so that an edit can be sent again. */
public record LayerId(String value) {

    public LayerId {
        Identifier.checked("lay", value);
    }

    public static LayerId next(Clock clock) {
        return new LayerId(Identifier.next("lay", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
