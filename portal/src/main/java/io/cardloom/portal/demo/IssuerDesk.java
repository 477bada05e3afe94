package io.cardloom.portal.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * What stands at the issuer's own site: a signing key, and the program that signs and encrypts a
 * cardholder file to Cardloom. It holds sample cardholders only.
 */
final class IssuerDesk {

    private final KeyPair keys;
    private final X509Certificate certificate;

    private IssuerDesk(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A desk with a new key on the curve P-256 and a certificate of a year. */
    static IssuerDesk open(String issuer, Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name name = new X500Name("CN=" + issuer + " card management, O=" + issuer);
            Instant now = clock.instant();
            X509CertificateHolder holder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.valueOf(now.toEpochMilli()),
                                    Date.from(now.minus(Duration.ofHours(1))),
                                    Date.from(now.plus(Duration.ofDays(365))),
                                    name,
                                    keys.getPublic())
                            .addExtension(
                                    org.bouncycastle.asn1.x509.Extension.keyUsage,
                                    true,
                                    new org.bouncycastle.asn1.x509.KeyUsage(
                                            org.bouncycastle.asn1.x509.KeyUsage.digitalSignature))
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate()));
            return new IssuerDesk(keys, new JcaX509CertificateConverter().getCertificate(holder));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("The issuer's desk has no key", e);
        }
    }

    /** The desk's certificate in PEM, to be registered with Cardloom. */
    byte[] certificatePem() {
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** CMS EnvelopedData (AES-256) around SignedData around the file (RFC 5652). */
    byte[] seal(byte[] file, X509Certificate cardloom) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(file.length + 8_192);
        try {
            CMSEnvelopedDataStreamGenerator envelope = new CMSEnvelopedDataStreamGenerator();
            envelope.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(cardloom));
            CMSSignedDataStreamGenerator signature = new CMSSignedDataStreamGenerator();
            signature.addSignerInfoGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withECDSA", keys.getPrivate(), certificate));
            signature.addCertificates(new JcaCertStore(List.of(certificate)));
            try (OutputStream outer =
                            envelope.open(
                                    sealed,
                                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                            .build());
                    OutputStream inner = signature.open(outer, true)) {
                inner.write(file);
            }
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException("The cardholder file was not sealed", e);
        }
        return sealed.toByteArray();
    }
}
