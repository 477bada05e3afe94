package io.cardloom.production.document;

import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.tenancy.tenant.PersonId;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document signer's key as custodians see it.
 *
 * @param number from 1 on
 * @param signs whether it is the one whose turn it is; its certificate may be over
 * @param certificate the one that was brought in last; null while it waits for one
 * @param askedBy who asked for its destruction; null for nobody
 * @param endedAt when it was destroyed; null while it is not
 */
public record SignerKey(
        int number,
        KeyEndState state,
        boolean signs,
        @Nullable X509Certificate certificate,
        @Nullable PersonId askedBy,
        @Nullable Instant endedAt) {}
