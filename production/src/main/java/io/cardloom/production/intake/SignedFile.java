package io.cardloom.production.intake;

import io.cardloom.production.key.RegisteredCertificate;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;

/** Opens EnvelopedData(SignedData(content)) in one pass and says who signed it. */
final class SignedFile {

    private SignedFile() {}

    /** Reads the content while it cannot be believed yet; its own findings it keeps to itself. */
    interface Content {
        void read(InputStream content) throws IOException;
    }

    /**
     * Reads the content, then checks the cipher's tag and the signature. The caller acts on what it
     * read only after this has returned.
     *
     * @param trusted certificates of which one has to have signed
     * @return the certificate that did
     * @throws Refusal {@code INTAKE_TOO_LARGE}, {@code INTAKE_NOT_CMS}, {@code INTAKE_CIPHER},
     *     {@code INTAKE_NOT_FOR_US}, {@code INTAKE_CERTIFICATE_OVER}, {@code
     *     INTAKE_SIGNER_UNKNOWN}; {@code INTAKE_NOT_GENUINE} for every way in which it is not what
     *     the issuer sent, told apart for nobody. A retry helps with none of them, another file
     *     does
     */
    static RegisteredCertificate read(
            InputStream sent,
            IntakeKeys.Cms intake,
            Collection<RegisteredCertificate> trusted,
            Content content) {
        try (BufferedInputStream cms = CmsFile.binary(sent, ListOpening.MOST_BYTES);
                InputStream plain = Envelope.open(cms, intake)) {
            CMSSignedDataParser parser =
                    new CMSSignedDataParser(
                            new JcaDigestCalculatorProviderBuilder().build(), plain);
            CMSTypedStream inner = parser.getSignedContent();
            if (inner == null) {
                throw ListOpening.notGenuine();
            }
            content.read(inner.getContentStream());
            inner.drain();
            RegisteredCertificate signer = signer(parser, trusted);
            if (plain.read() >= 0) {
                throw ListOpening.notGenuine();
            }
            return signer;
        } catch (CmsFile.TooLong | Spool.TooLong e) {
            throw ListOpening.tooLarge();
        } catch (CMSException | IOException | OperatorCreationException e) {
            throw hasTooLong(e) ? ListOpening.tooLarge() : ListOpening.notGenuine();
        } catch (ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            // What the ASN.1 parser throws at bytes that are no CMS.
            throw ListOpening.notGenuine();
        }
    }

    private static RegisteredCertificate signer(
            CMSSignedDataParser parser, Collection<RegisteredCertificate> trusted)
            throws CMSException, OperatorCreationException, IOException {
        Collection<SignerInformation> signers = parser.getSignerInfos().getSigners();
        if (signers.isEmpty()) {
            throw ListOpening.notGenuine();
        }
        for (SignerInformation signer : signers) {
            Optional<RegisteredCertificate> by = by(signer, trusted);
            if (by.isPresent()) {
                return by.get();
            }
        }
        Store<X509CertificateHolder> certificates = parser.getCertificates();
        for (SignerInformation signer : signers) {
            for (X509CertificateHolder own : certificates.getMatches(null)) {
                if (signer.getSID().match(own) && verifies(signer, own)) {
                    throw Refusal.invalid(
                            "INTAKE_SIGNER_UNKNOWN",
                            "The file is signed, but by a certificate that is not registered for"
                                    + " this issuer or has expired. Have a key custodian register"
                                    + " it.");
                }
            }
        }
        throw ListOpening.notGenuine();
    }

    private static Optional<RegisteredCertificate> by(
            SignerInformation signer, Collection<RegisteredCertificate> trusted)
            throws CMSException, OperatorCreationException {
        for (RegisteredCertificate certificate : trusted) {
            X509CertificateHolder holder = holder(certificate.certificate());
            if (signer.getSID().match(holder) && verifies(signer, holder)) {
                return Optional.of(certificate);
            }
        }
        return Optional.empty();
    }

    private static boolean verifies(SignerInformation signer, X509CertificateHolder certificate)
            throws CMSException, OperatorCreationException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (java.security.cert.CertificateException e) {
            return false;
        }
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a registered certificate has no encoding", e);
        }
    }

    private static boolean hasTooLong(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CmsFile.TooLong || t instanceof Spool.TooLong) {
                return true;
            }
        }
        return false;
    }
}
