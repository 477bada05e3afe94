package io.cardloom.production.key;

import io.cardloom.tenancy.tenant.OrganizationId;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate somebody else holds the key of, registered for one purpose.
 *
 * @param purpose what it is trusted for
 * @param organization whose it is
 * @param sha256 fingerprint of its DER form, 64 lower-case hex characters
 * @param subject its distinguished name
 * @param notBefore first instant at which it is good
 * @param notAfter last instant at which it is good
 * @param certificate itself
 */
public record RegisteredCertificate(
        CertificatePurpose purpose,
        OrganizationId organization,
        String sha256,
        String subject,
        Instant notBefore,
        Instant notAfter,
        X509Certificate certificate) {}
