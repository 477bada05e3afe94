package io.cardloom.connectors.bureau;

import io.cardloom.production.key.PackageSigner;
import io.cardloom.production.output.PackagedFile;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Puts a package into one file for one bureau: a zip of the manifest and the files, signed by
 * Cardloom, then encrypted to the bureau: CMS (RFC 5652) EnvelopedData around SignedData around the
 * zip, AES-256-CBC, the key carried by RSAES-OAEP with SHA-256.
 *
 * <p>Everything streams: memory does not grow with the package, and the clear content touches no
 * disk on its way.
 */
public final class PackageSeal {

    /** Behind the package's name: what a sealed package is called. */
    public static final String SUFFIX = ".p7m";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MIN_RSA_BITS = 2048;

    private PackageSeal() {}

    /**
     * Writes the sealed package; never closes the stream.
     *
     * @return SHA-256 of the manifest, 64 lower-case hexadecimal digits
     * @throws Refusal {@code BUREAU_CERTIFICATE_UNFIT} when the certificate cannot receive packages
     * @throws IOException when the target fails, or when a file's content is not what the package
     *     says it is; the target is worthless then
     */
    public static String seal(
            RunPackage what, PackageSigner by, X509Certificate recipient, OutputStream to)
            throws IOException {
        byte[] manifest = PackageManifest.of(what).bytes();
        try (OutputStream encrypted = envelope(recipient).open(unclosed(to), encryptor());
                OutputStream signed = signature(by).open(encrypted, true)) {
            ZipOutputStream zip = new ZipOutputStream(signed);
            zip.putNextEntry(entry(PackageManifest.FILE_NAME));
            zip.write(manifest);
            zip.closeEntry();
            for (PackagedFile file : what.files()) {
                zip.putNextEntry(entry(file.name()));
                copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
        } catch (CMSException e) {
            throw new IOException("The package could not be sealed", e);
        }
        return HexFormat.of().formatHex(sha256().digest(manifest));
    }

    private static void copy(PackagedFile file, ZipOutputStream zip) throws IOException {
        MessageDigest digest = sha256();
        Counted counted = new Counted(zip);
        DigestOutputStream hashed = new DigestOutputStream(counted, digest);
        file.content().writeTo(hashed);
        hashed.flush();
        if (counted.bytes != file.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw new IOException(
                    "The file " + file.name() + " is not what was prepared; prepare the run again");
        }
    }

    private static ZipEntry entry(String name) {
        if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new IllegalArgumentException("a packaged file has a plain name");
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
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
    private static org.bouncycastle.operator.OutputEncryptor encryptor() throws CMSException {
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

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] values, int from, int length) throws IOException {
            out.write(values, from, length);
            bytes += length;
        }
    }
}
