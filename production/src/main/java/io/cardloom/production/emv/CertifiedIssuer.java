package io.cardloom.production.emv;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * An issuer's key with the certificate that an authority made of it, checked when it is built.
 *
 * @param authorityIndex which of its keys the authority used, tag 8F: 0 to 255
 * @param certified as the authority sent it
 * @param content what the certificate says
 */
public record CertifiedIssuer(
        int authorityIndex, CertifiedKey certified, IssuerCertificate content) {

    /**
     * Checks a certificate.
     *
     * @param issuer whose key it has to certify
     * @throws Refusal {@code ISSUER_CERTIFICATE}: it is not this authority's or certifies another
     *     key; a retry does not help
     */
    public static CertifiedIssuer of(
            int authorityIndex,
            CertifiedKey certified,
            ChipPublicKey authority,
            ChipPublicKey issuer) {
        try {
            IssuerCertificate content = EmvCertificates.issuer(certified, authority);
            if (authorityIndex >= 0 && authorityIndex <= 0xFF && content.key().equals(issuer)) {
                return new CertifiedIssuer(authorityIndex, certified, content);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without saying what exactly is wrong.
        }
        throw Refusal.invalid(
                "ISSUER_CERTIFICATE",
                "This is no certificate of that authority for the issuer's key. Ask the authority"
                        + " for the one that belongs to the key you sent.");
    }
}
