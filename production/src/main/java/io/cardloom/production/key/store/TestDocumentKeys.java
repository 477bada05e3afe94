package io.cardloom.production.key.store;

import io.cardloom.production.document.DocumentSecurity;
import io.cardloom.production.document.lds.PortSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * Keys of identity documents that are no secret, for samples and for nothing else, made as {@link
 * TestKeys} are: a signing authority of Utopia, the State of ICAO's specimens, a document signer
 * that it certifies, and a key for chips' keys to travel under. For one thread.
 */
public final class TestDocumentKeys {

    private static final int BITS = 3072;
    private static final Duration LASTS = Duration.ofDays(90);
    private static final X500Name AUTHORITY = new X500Name("C=UT,CN=SAMPLE CSCA");
    private static final X500Name SIGNER = new X500Name("C=UT,CN=SAMPLE Document Signer");
    private static final int TEXT_LINE = 64;

    /** Made once, for their primes take seconds to find. */
    private static final Map<String, RSAPrivateCrtKey> RSA = new ConcurrentHashMap<>();

    private static final BasicConstraints AUTHORITY_RIGHT = new BasicConstraints(0);

    private final DocumentKeys.Session authority = session("document-authority");
    private final DocumentKeys.Session signer = session("document-signer");

    /**
     * A document signer.
     *
     * @param certificate by the test authority
     * @param authorityPem the authority's own
     */
    public record Certified(X509Certificate certificate, String authorityPem) {}

    /** The signer's and the transport key. */
    public DocumentSecurity signer() {
        return signer;
    }

    /** Both certificates, good for 90 days from a moment on. */
    public Certified certified(Instant from) {
        byte[] own =
                certificate(
                        AUTHORITY, authority, from, Extension.basicConstraints, AUTHORITY_RIGHT);
        byte[] given =
                certificate(
                        SIGNER,
                        signer,
                        from,
                        Extension.keyUsage,
                        new KeyUsage(KeyUsage.digitalSignature));
        return new Certified(read(given), pem(own));
    }

    private byte[] certificate(
            X500Name subject,
            DocumentSecurity key,
            Instant from,
            ASN1ObjectIdentifier extension,
            ASN1Encodable says) {
        try {
            return new X509v3CertificateBuilder(
                            AUTHORITY,
                            BigInteger.valueOf(from.toEpochMilli()),
                            Date.from(from),
                            Date.from(from.plus(LASTS)),
                            subject,
                            SubjectPublicKeyInfo.getInstance(key.signerKey()))
                    .addExtension(extension, true, says)
                    .build(new PortSigner(authority::sign))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentKeys.Session session(String name) {
        return new DocumentKeys.Session(
                new SoftwareDocumentSignature.Pss(RSA.computeIfAbsent(name, TestDocumentKeys::rsa)),
                () -> new AesBlocks(new SecretKeySpec(TestKeys.hash("document-transport"), "AES")));
    }

    private static RSAPrivateCrtKey rsa(String name) {
        return ChipRsa.privateKey(TestRsa.of(name, BITS));
    }

    private static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("X.509 is not available", e);
        }
    }

    private static String pem(byte[] der) {
        byte[] end = {'\n'};
        return "-----BEGIN CERTIFICATE-----\n"
                + new String(
                        Base64.getMimeEncoder(TEXT_LINE, end).encode(der),
                        StandardCharsets.US_ASCII)
                + "\n-----END CERTIFICATE-----\n";
    }
}
