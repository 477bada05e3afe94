package io.cardloom.designer.template;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names one carrying of a template's version into the designs that follow it. */
public record RebrandId(String value) {

    public RebrandId {
        Identifier.checked("rbd", value);
    }

    public static RebrandId next(Clock clock) {
        return new RebrandId(Identifier.next("rbd", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
