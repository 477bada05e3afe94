package io.cardloom.production.traveldocument;

import java.time.Instant;

/**
 * The certificate by which documents are signed now.
 *
 * @param subject whom it names
 * @param authority that gave it
 * @param serial in hexadecimal digits
 * @param until its last instant
 */
public record InstalledSigner(String subject, String authority, String serial, Instant until) {}
