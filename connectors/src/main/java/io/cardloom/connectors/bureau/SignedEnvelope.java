package io.cardloom.connectors.bureau;

import io.cardloom.production.key.PackageSigner;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs what is written to it and encrypts both to one bureau: CMS (RFC 5652) EnvelopedData around
 * SignedData, AES-256-CBC, the key carried by RSAES-OAEP with SHA-256. The digest is made by the
 * writer's thread, the cipher runs on another; the target is written to by that one, and by the
 * writer's as it closes.
 */
final class SignedEnvelope {

    private static final int MIN_RSA_BITS = 2048;
    private static final int BLOCK = 1 << 16;
    private static final int PIECE = 1 << 12;

    private SignedEnvelope() {}

    /**
     * To be written to and closed, which never closes what is below.
     *
     * @throws Refusal {@code BUREAU_CERTIFICATE_UNFIT} when the certificate cannot receive packages
     */
    static OutputStream open(PackageSigner by, X509Certificate recipient, OutputStream to)
            throws IOException {
        try {
            CMSEnvelopedDataStreamGenerator envelope = envelope(recipient);
            envelope.setBufferSize(BLOCK);
            OutputStream encrypted =
                    new ThreadedOutput(inPieces(envelope.open(unclosed(to), encryptor())));
            CMSSignedDataStreamGenerator signature = signature(by);
            signature.setBufferSize(BLOCK);
            OutputStream signed = signature.open(encrypted, true);
            return new BufferedOutputStream(signed, BLOCK) {
                @Override
                public void close() throws IOException {
                    try (encrypted;
                            signed) {
                        flush();
                    }
                }
            };
        } catch (CMSException e) {
            throw new IOException("The package could not be sealed", e);
        }
    }

    private static CMSEnvelopedDataStreamGenerator envelope(X509Certificate recipient) {
        if (!(recipient.getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < MIN_RSA_BITS) {
            throw Refusal.invalid(
                    "BUREAU_CERTIFICATE_UNFIT",
                    "Packages are encrypted to an RSA key of at least 2048 bits. Ask the bureau for"
                            + " such a certificate and register it.");
        }
        try {
            AlgorithmIdentifier oaep =
                    new JcaAlgorithmParametersConverter()
                            .getAlgorithmIdentifier(
                                    PKCSObjectIdentifiers.id_RSAES_OAEP,
                                    new OAEPParameterSpec(
                                            "SHA-256",
                                            "MGF1",
                                            MGF1ParameterSpec.SHA256,
                                            PSource.PSpecified.DEFAULT));
            CMSEnvelopedDataStreamGenerator envelope = new CMSEnvelopedDataStreamGenerator();
            envelope.addRecipientInfoGenerator(
                    new JceKeyTransRecipientInfoGenerator(recipient, oaep));
            return envelope;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK's RSA does not do its work", e);
        }
    }

    /** The JDK's own cipher: four times as fast as the library's. */
    private static OutputEncryptor encryptor() throws CMSException {
        return new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                .setProvider("SunJCE")
                .build();
    }

    private static CMSSignedDataStreamGenerator signature(PackageSigner by) throws CMSException {
        try {
            SignerInfoGenerator signer =
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .build(by.signer(), by.certificate());
            CMSSignedDataStreamGenerator signature = new CMSSignedDataStreamGenerator();
            signature.addSignerInfoGenerator(signer);
            signature.addCertificates(new JcaCertStore(java.util.List.of(by.certificate())));
            return signature;
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("The package signer does not do its work", e);
        }
    }

    /**
     * In pieces of 4 KiB: the JDK's cipher works with the processor's own instructions after some
     * thousand calls, and comes there sooner by short ones.
     */
    private static OutputStream inPieces(OutputStream cipher) {
        return new FilterOutputStream(cipher) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                for (int at = 0; at < length; at += PIECE) {
                    out.write(bytes, from + at, Math.min(PIECE, length - at));
                }
            }
        };
    }

    private static OutputStream unclosed(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
