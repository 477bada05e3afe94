package io.cardloom.tenancy.tenant;

import java.time.Clock;

/** Names one issuer's closed world of data. */
public record TenantId(String value) {

    public TenantId {
        Identifier.checked("ten", value);
    }

    public static TenantId next(Clock clock) {
        return new TenantId(Identifier.next("ten", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
