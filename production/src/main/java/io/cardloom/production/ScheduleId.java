package io.cardloom.production;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names the rule by which an order's runs are planned. */
public record ScheduleId(String value) {

    public ScheduleId {
        Identifier.checked("sch", value);
    }

    public static ScheduleId next(Clock clock) {
        return new ScheduleId(Identifier.next("sch", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
