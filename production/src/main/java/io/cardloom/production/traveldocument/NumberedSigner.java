package io.cardloom.production.traveldocument;

import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the document signers that follow each other.
 *
 * @param number from 1 on
 * @param certificate the one that was brought in last; null while it waits for one
 * @param askedBy who asked for its destruction; null for nobody
 * @param endedAt when its private key was destroyed; null while it is there
 */
public record NumberedSigner(
        int number,
        SignerStanding standing,
        @Nullable InstalledSigner certificate,
        @Nullable PersonId askedBy,
        @Nullable Instant endedAt) {}
