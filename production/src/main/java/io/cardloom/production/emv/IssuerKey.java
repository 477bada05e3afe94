package io.cardloom.production.emv;

import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's RSA key for chips as custodians see it.
 *
 * @param key its public half; null when its private one is destroyed, or about to be
 * @param programs whose certificates are for it
 * @param askedBy who asked for its destruction; null for nobody
 * @param endedAt when it was destroyed; null while it is not
 */
public record IssuerKey(
        ChipIssuer issuer,
        @Nullable ChipPublicKey key,
        List<ProgramId> programs,
        KeyEndState state,
        @Nullable PersonId askedBy,
        @Nullable Instant endedAt) {}
