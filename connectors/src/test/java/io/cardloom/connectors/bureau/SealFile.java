package io.cardloom.connectors.bureau;

import io.cardloom.production.key.PackageSigner;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs and encrypts one file into another in a JVM of its own, by a key and a certificate that
 * openssl made, and says what it took: nanoseconds of sealing, without the JVM's start, and memory
 * in kilobytes.
 */
final class SealFile {

    private SealFile() {}

    public static void main(String[] arguments) throws Exception {
        X509Certificate certificate = certificate(Path.of(arguments[3]));
        PackageSigner signer =
                new PackageSigner(
                        certificate,
                        new JcaContentSignerBuilder("SHA256withRSA")
                                .build(key(Path.of(arguments[2]))));
        long begun = System.nanoTime();
        try (OutputStream file =
                        new BufferedOutputStream(
                                Files.newOutputStream(Path.of(arguments[1])), 1 << 16);
                OutputStream sealed = SignedEnvelope.open(signer, certificate, file)) {
            Files.copy(Path.of(arguments[0]), sealed);
        }
        System.out.println(System.nanoTime() - begun);
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(line -> System.out.println(line.replaceAll("\\D", "")));
    }

    private static PrivateKey key(Path pem) throws Exception {
        String base64 = Files.readString(pem).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static X509Certificate certificate(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
