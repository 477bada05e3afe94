package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names one person's place in one organization. */
public record MembershipId(String value) {

    public MembershipId {
        Identifier.checked("mem", value);
    }

    public static MembershipId next(Clock clock) {
        return new MembershipId(Identifier.next("mem", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
