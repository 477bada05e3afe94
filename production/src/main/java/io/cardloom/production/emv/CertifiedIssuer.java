package io.cardloom.production.emv;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.Collection;
import java.util.List;

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
     * @throws Refusal {@code ISSUER_CERTIFICATE} as below
     */
    public static CertifiedIssuer of(
            int authorityIndex,
            CertifiedKey certified,
            ChipPublicKey authority,
            ChipPublicKey issuer) {
        return of(authorityIndex, certified, authority, List.of(issuer));
    }

    /**
     * Checks a certificate.
     *
     * @param issuers one of which it has to certify
     * @throws Refusal {@code ISSUER_CERTIFICATE}: it is not this authority's or certifies another
     *     key; a retry does not help
     */
    public static CertifiedIssuer of(
            int authorityIndex,
            CertifiedKey certified,
            ChipPublicKey authority,
            Collection<ChipPublicKey> issuers) {
        try {
            IssuerCertificate content = EmvCertificates.issuer(certified, authority);
            if (authorityIndex >= 0 && authorityIndex <= 0xFF && issuers.contains(content.key())) {
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

    /**
     * A card's key is no longer than the one that certifies it (EMV Book 2, 5.1).
     *
     * @param iccKeyBits of the card's key; 0 when it has none
     * @throws Refusal {@code CHIP_KEY_LENGTH}
     */
    void requireRoom(int iccKeyBits) {
        if (iccKeyBits > 8 * content.key().length()) {
            throw Refusal.invalid(
                    "CHIP_KEY_LENGTH",
                    "The profile gives cards a key of "
                            + iccKeyBits
                            + " bits, which is longer than the issuer's key. Take another profile,"
                            + " or have a longer key certified.");
        }
    }
}
