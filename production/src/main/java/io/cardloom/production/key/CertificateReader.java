package io.cardloom.production.key;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

/** Reads certificates and judges whether one is fit for its purpose. */
final class CertificateReader {

    private static final int MOST_BYTES = 16_384;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    private CertificateReader() {}

    /**
     * @param bytes PEM or DER (RFC 5280)
     * @throws Refusal {@code CERTIFICATE_UNREADABLE}
     */
    static X509Certificate read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw unreadable();
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw unreadable();
        }
    }

    /**
     * @throws Refusal {@code CERTIFICATE_EXPIRED}, {@code CERTIFICATE_NOT_YET_VALID}, {@code
     *     CERTIFICATE_WEAK}, {@code CERTIFICATE_PURPOSE}
     */
    static void judge(X509Certificate certificate, CertificatePurpose purpose, Instant now) {
        if (!Date.from(now).before(certificate.getNotAfter())) {
            throw Refusal.invalid(
                    "CERTIFICATE_EXPIRED",
                    "The certificate has expired. Register the one that replaces it.");
        }
        if (Date.from(now).before(certificate.getNotBefore())) {
            throw Refusal.invalid(
                    "CERTIFICATE_NOT_YET_VALID",
                    "The certificate is not valid yet. Register it when its time has come.");
        }
        judgeKey(certificate, purpose);
        boolean[] usage = certificate.getKeyUsage();
        int needed =
                purpose == CertificatePurpose.BUREAU_RECIPIENT
                        ? KEY_ENCIPHERMENT
                        : DIGITAL_SIGNATURE;
        if (usage != null && !usage[needed]) {
            throw Refusal.invalid(
                    "CERTIFICATE_PURPOSE",
                    "The certificate's key usage does not allow to " + purpose.words() + ".");
        }
    }

    static RegisteredCertificate registered(
            CertificatePurpose purpose, OrganizationId organization, X509Certificate certificate) {
        return new RegisteredCertificate(
                purpose,
                organization,
                fingerprint(certificate),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate);
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw unreadable();
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private static void judgeKey(X509Certificate certificate, CertificatePurpose purpose) {
        boolean strong =
                switch (certificate.getPublicKey()) {
                    case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= 2048;
                    case ECPublicKey ec ->
                            purpose != CertificatePurpose.BUREAU_RECIPIENT
                                    && ec.getParams().getOrder().bitLength() >= 256;
                    default -> false;
                };
        if (!strong) {
            throw Refusal.invalid(
                    "CERTIFICATE_WEAK",
                    "The certificate's key has to be RSA of at least 2048 bits, or for signatures"
                            + " an elliptic curve of at least 256 bits.");
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "CERTIFICATE_UNREADABLE",
                "This is not an X.509 certificate. Give it as PEM or DER, without its private"
                        + " key.");
    }
}
