package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names an invitation to join an organization. */
public record InvitationId(String value) {

    static final String PREFIX = "inv";

    public InvitationId {
        Identifier.checked(PREFIX, value);
    }

    public static InvitationId next(Clock clock) {
        return new InvitationId(Identifier.next(PREFIX, clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
