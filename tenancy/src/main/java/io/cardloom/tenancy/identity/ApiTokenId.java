package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a token by which a program acts for a person. */
public record ApiTokenId(String value) {

    static final String PREFIX = "tok";

    public ApiTokenId {
        Identifier.checked(PREFIX, value);
    }

    public static ApiTokenId next(Clock clock) {
        return new ApiTokenId(Identifier.next(PREFIX, clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
