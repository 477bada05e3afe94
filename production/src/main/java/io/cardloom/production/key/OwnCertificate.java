package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of Cardloom's own certificates, present, past or to come; nothing in it is secret.
 *
 * @param id of its row; empty for a first certificate that nobody asked to renew yet
 * @param number counted from 1 for each purpose; those that were abandoned are counted too
 * @param certificate DER of X.509, or an armored OpenPGP key; empty before it is made
 * @param fingerprint SHA-256 of the certificate or the OpenPGP fingerprint, in small hexadecimal;
 *     empty before it is made
 * @param notAfter its own last instant; null before it is made
 * @param leadDays for how many days it can be fetched before it is used
 * @param overlapDays for how many days the one before it stays when this one is used
 * @param askedBy who asked for it; null for the first, which Cardloom made
 * @param confirmedBy the second custodian; null until then, and for the first
 * @param from when it is used or was used first; null before it is made, and for the first
 * @param overAt when it is retired; null while it has no successor in use
 * @param endedAt when its key was destroyed, or it was abandoned; null before
 */
public record OwnCertificate(
        String id,
        OwnPurpose purpose,
        int number,
        OwnCertificateState state,
        byte[] certificate,
        String fingerprint,
        @Nullable Instant notAfter,
        int leadDays,
        int overlapDays,
        @Nullable PersonId askedBy,
        Instant askedAt,
        @Nullable PersonId confirmedBy,
        @Nullable Instant from,
        @Nullable Instant overAt,
        @Nullable Instant endedAt) {}
