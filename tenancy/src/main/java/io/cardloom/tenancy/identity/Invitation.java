package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.tenant.OrganizationId;
import java.time.Instant;

/**
 * An invitation just made.
 *
 * @param token shown once, to be sent to the invited person; Cardloom keeps only its hash
 * @param expiresAt after this the token is worth nothing
 */
public record Invitation(
        InvitationId id,
        OrganizationId organization,
        String email,
        Secret<String> token,
        Instant expiresAt) {}
