package io.cardloom.tenancy.tenant;

import java.time.Clock;

/** Names a person, whatever organizations she works for. */
public record PersonId(String value) {

    public PersonId {
        Identifier.checked("per", value);
    }

    public static PersonId next(Clock clock) {
        return new PersonId(Identifier.next("per", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
