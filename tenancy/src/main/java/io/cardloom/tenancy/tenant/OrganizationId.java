package io.cardloom.tenancy.tenant;

import java.time.Clock;

/** Names an issuer, a co-brand partner or a bureau. */
public record OrganizationId(String value) {

    public OrganizationId {
        Identifier.checked("org", value);
    }

    public static OrganizationId next(Clock clock) {
        return new OrganizationId(Identifier.next("org", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
