package io.cardloom.production.key;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * One of Cardloom's own certificates as it is handed out.
 *
 * @param bytes DER of X.509, or an armored OpenPGP key
 * @param fingerprint in small hexadecimal
 * @param notAfter its last instant
 */
record OwnEncoding(byte[] bytes, String fingerprint, Instant notAfter) {

    static OwnEncoding of(OwnPurpose purpose, byte[] bytes) {
        if (purpose == OwnPurpose.OPENPGP_INTAKE) {
            OpenPgpCertificate key = OpenPgpReader.read(bytes);
            return new OwnEncoding(bytes, key.fingerprint(), key.notAfter());
        }
        X509Certificate certificate = CertificateReader.read(bytes);
        return new OwnEncoding(
                bytes,
                CertificateReader.fingerprint(certificate),
                certificate.getNotAfter().toInstant());
    }
}
