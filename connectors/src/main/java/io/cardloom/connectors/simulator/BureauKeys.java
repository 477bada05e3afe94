package io.cardloom.connectors.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key of the embedded bureau and its certificate, made at the first start and kept in its folder.
 *
 * @param key never leaves the bureau
 * @param certificate self-signed, good for two years; the bureau gives it away
 */
record BureauKeys(PrivateKey key, X509Certificate certificate) {

    private static final Duration LIFE = Duration.ofDays(730);

    /** RSA-3072, to decrypt packages. */
    static BureauKeys recipient(Path folder, Clock clock) throws IOException {
        return in(
                folder, "recipient", "RSA", 3072, "SHA256withRSA", KeyUsage.keyEncipherment, clock);
    }

    /** EC P-256, to sign acknowledgements. */
    static BureauKeys signing(Path folder, Clock clock) throws IOException {
        return in(
                folder, "signing", "EC", 256, "SHA256withECDSA", KeyUsage.digitalSignature, clock);
    }

    /** The certificate as text between BEGIN and END CERTIFICATE. */
    byte[] pem() {
        try {
            return pem(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static BureauKeys in(
            Path folder,
            String name,
            String algorithm,
            int bits,
            String signature,
            int usage,
            Clock clock)
            throws IOException {
        Path keyFile = folder.resolve(name + ".key");
        Path certificateFile = folder.resolve(name + ".pem");
        try {
            if (!Files.exists(certificateFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
                generator.initialize(bits);
                KeyPair pair = generator.generateKeyPair();
                X509Certificate made =
                        selfSigned(pair, "Embedded bureau, " + name, signature, usage, clock);
                Files.createDirectories(folder);
                store(keyFile, pair.getPrivate().getEncoded());
                store(certificateFile, pem(made));
            }
            PrivateKey key =
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(keyFile)));
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    Files.readAllBytes(certificateFile)));
            return new BureauKeys(key, certificate);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(
                    "The embedded bureau's keys in " + folder + " are damaged; remove them", e);
        }
    }

    static X509Certificate selfSigned(
            KeyPair pair, String name, String signature, int usage, Clock clock)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = clock.instant();
        X500Name subject = new X500Name("CN=" + name.replace(",", "\\,") + ",O=Cardloom demo");
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(127, new SecureRandom()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(LIFE)),
                        subject,
                        pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        byte[] der =
                builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()))
                        .getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static void store(Path file, byte[] content) throws IOException {
        Path part =
                Files.createTempFile(
                        file.getParent(),
                        "new",
                        ".part",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.write(part, content);
        Path moved = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        assert moved.equals(file);
    }

    private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "BureauKeys[" + certificate.getSubjectX500Principal().getName() + "]";
    }
}
