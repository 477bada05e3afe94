package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program acts for a person, without its secret.
 *
 * @param name what she calls it, such as the program's name
 * @param person for whom it acts
 * @param personName her name when she made it
 * @param revokedAt null while it has not been revoked
 */
public record ApiToken(
        ApiTokenId id,
        String name,
        PersonId person,
        String personName,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Whether a program may still act by it. */
    public boolean opens(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
