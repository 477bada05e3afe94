package io.cardloom.portal.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A country's signing authority (CSCA) for one test. */
final class Country {

    private static final X500Name NAME = new X500Name("C=UT,CN=CSCA Utopia");

    private final KeyPair keys;

    Country() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its own certificate, as text. */
    String certificate() {
        return signed(
                NAME,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
                new BasicConstraints(0),
                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    /** The certificate of a request, as text. */
    String certify(String request) {
        try (PEMParser parser = new PEMParser(new StringReader(request))) {
            PKCS10CertificationRequest read = (PKCS10CertificationRequest) parser.readObject();
            return signed(
                    read.getSubject(),
                    read.getSubjectPublicKeyInfo(),
                    new BasicConstraints(false),
                    new KeyUsage(KeyUsage.digitalSignature));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String signed(
            X500Name subject, SubjectPublicKeyInfo key, BasicConstraints kind, KeyUsage usage) {
        Instant now = Instant.now();
        PrivateKey secret = keys.getPrivate();
        try {
            X509CertificateHolder certificate =
                    new X509v3CertificateBuilder(
                                    NAME,
                                    BigInteger.valueOf(now.toEpochMilli()),
                                    Date.from(now.minus(Duration.ofHours(1))),
                                    Date.from(now.plus(Duration.ofDays(90))),
                                    subject,
                                    key)
                            .addExtension(Extension.basicConstraints, true, kind)
                            .addExtension(Extension.keyUsage, true, usage)
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(secret));
            StringWriter text = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
                writer.writeObject(certificate);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
