package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.PersonId;
import org.springframework.stereotype.Component;

/** The door to people; a person is known by her provider's issuer and subject, by nothing else. */
@Component
public class People {

    /**
     * The person whom a checked sign-in names. A new person has no membership and may do nothing.
     *
     * @param issuerUri the token's {@code iss}, exactly
     * @param subject the token's {@code sub}, exactly
     */
    public PersonId signedIn(String issuerUri, String subject, String name, String email) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND}
     */
    public Person get(PersonId id) {
        throw new IllegalStateException("not built yet");
    }
}
