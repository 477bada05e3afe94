package io.cardloom.connectors.simulator;

import io.cardloom.connectors.bureau.PackageManifest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Opens a sealed package as a bureau does: decrypts, hashes every file against the manifest, and
 * believes none of it before the signature over the whole is good. Streams; stores nothing.
 */
final class PackageOpening {

    private static final int MAX_MANIFEST = 1 << 20;

    private final BureauKeys keys;
    private final Function<X509Certificate, Optional<String>> senders;

    /**
     * @param senders whose certificate this is; empty for a stranger's
     */
    PackageOpening(BureauKeys keys, Function<X509Certificate, Optional<String>> senders) {
        this.keys = keys;
        this.senders = senders;
    }

    /**
     * What was inside.
     *
     * @param sender the tenant in whose name it was signed
     * @param manifestSha256 of the manifest's bytes
     */
    record Opened(String sender, PackageManifest manifest, String manifestSha256) {}

    /**
     * @throws IOException with the reason, when it is not a whole package of a known sender for
     *     this bureau
     */
    Opened open(InputStream sealed) throws IOException {
        try {
            CMSEnvelopedDataParser envelope = new CMSEnvelopedDataParser(sealed);
            List<RecipientInformation> recipients =
                    List.copyOf(envelope.getRecipientInfos().getRecipients());
            if (recipients.size() != 1) {
                throw new IOException("a package has one recipient");
            }
            JceKeyTransEnvelopedRecipient us = new JceKeyTransEnvelopedRecipient(keys.key());
            us.setContentProvider("SunJCE");
            InputStream clear = recipients.getFirst().getContentStream(us).getContentStream();
            CMSSignedDataParser signed =
                    new CMSSignedDataParser(
                            new JcaDigestCalculatorProviderBuilder().build(), clear);
            Content content = read(signed.getSignedContent().getContentStream());
            String sender = verify(signed);
            drain(clear);
            return new Opened(sender, content.manifest(), content.manifestSha256());
        } catch (CMSException | OperatorCreationException | CertificateException e) {
            throw new IOException("not a package sealed for this bureau", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("the package's manifest is not readable", e);
        }
    }

    private record Content(PackageManifest manifest, String manifestSha256) {}

    private static Content read(InputStream signed) throws IOException {
        ZipInputStream zip = new ZipInputStream(new Unclosed(signed));
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(PackageManifest.FILE_NAME)) {
            throw new IOException("the package does not begin with its manifest");
        }
        byte[] bytes = zip.readNBytes(MAX_MANIFEST + 1);
        if (bytes.length > MAX_MANIFEST) {
            throw new IOException("the package's manifest is too large");
        }
        PackageManifest manifest = PackageManifest.read(bytes);
        for (PackageManifest.Entry expected : manifest.files()) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null || !entry.getName().equals(expected.name())) {
                throw new IOException("the package lacks a file of its manifest");
            }
            MessageDigest digest = sha256();
            long count =
                    new DigestInputStream(zip, digest).transferTo(OutputStream.nullOutputStream());
            if (count != expected.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
                throw new IOException("a file of the package is not what its manifest says");
            }
        }
        if (zip.getNextEntry() != null) {
            throw new IOException("the package holds a file that its manifest does not name");
        }
        drain(signed);
        return new Content(manifest, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    private String verify(CMSSignedDataParser signed)
            throws CMSException, OperatorCreationException, CertificateException, IOException {
        var certificates = signed.getCertificates();
        List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
        if (signers.size() != 1) {
            throw new IOException("a package has one signature");
        }
        SignerInformation signer = signers.getFirst();
        for (Object match : certificates.getMatches(signer.getSID())) {
            X509Certificate certificate =
                    new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) match);
            Optional<String> sender = senders.apply(certificate);
            if (sender.isPresent()
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                return sender.get();
            }
        }
        throw new IOException("the package is not signed by a sender this bureau knows");
    }

    private static void drain(InputStream in) throws IOException {
        long rest = in.transferTo(OutputStream.nullOutputStream());
        if (rest < 0) {
            throw new IOException("the package has no end");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The signature behind the content is still to be read.
        }
    }
}
