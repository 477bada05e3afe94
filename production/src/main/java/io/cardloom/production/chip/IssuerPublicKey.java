package io.cardloom.production.chip;

import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key that a scheme's authority certifies for the issuer.
 *
 * @param number from 1 on
 * @param bits of its modulus
 * @param modulus in upper-case hexadecimal digits; empty when the private half is destroyed, or
 *     about to be
 * @param exponent 3 or 65537; 0 without a modulus
 * @param programs whose chips it signs
 * @param askedBy who asked for its destruction; null for nobody
 * @param endedAt when it was destroyed; null while it is not
 */
public record IssuerPublicKey(
        int number,
        int bits,
        String modulus,
        int exponent,
        List<ProgramId> programs,
        KeyEndState state,
        @Nullable PersonId askedBy,
        @Nullable Instant endedAt) {}
