package io.cardloom.production.traveldocument;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A document signer's certificate.
 *
 * @param subject whom it names
 * @param authority that gave it
 * @param serial in hexadecimal digits
 * @param until its last instant
 */
public record InstalledSigner(String subject, String authority, String serial, Instant until) {

    static InstalledSigner of(X509Certificate certificate) {
        return new InstalledSigner(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant());
    }
}
