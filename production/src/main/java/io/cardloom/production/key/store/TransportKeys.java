package io.cardloom.production.key.store;

import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;

/**
 * Cardloom's own transport keys: for each tenant those that open cardholder files and those that
 * sign packages, RSA-3072 with certificates signed by themselves and good for two years.
 */
@Component
public class TransportKeys {

    private static final int BITS = 3072;
    private static final Duration LIFE = Duration.ofDays(730);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TenantKeys tenantKeys;
    private final Clock clock;
    private final ConcurrentHashMap<String, Object> making = new ConcurrentHashMap<>();

    TransportKeys(TenantKeys tenantKeys, Clock clock) {
        this.tenantKeys = tenantKeys;
        this.clock = clock;
    }

    /**
     * A certificate of Cardloom's and its private key; the key stays inside production.
     *
     * @param certificate may be given to anybody
     */
    public record Identity(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "Identity[REDACTED]";
        }
    }

    /** What a key is for. */
    public enum Use {
        /** Opens what issuers encrypt. */
        INTAKE(KeyPurpose.INTAKE, "Cardloom intake", KeyUsage.keyEncipherment),
        /** Signs packages. */
        SIGNING(KeyPurpose.SIGNING, "Cardloom packages", KeyUsage.digitalSignature);

        private final KeyPurpose purpose;
        private final String name;
        private final int usage;

        Use(KeyPurpose purpose, String name, int usage) {
            this.purpose = purpose;
            this.name = name;
            this.usage = usage;
        }
    }

    /** The first key that opens what issuers encrypt; made at the first asking. */
    public Identity intake(TenantId tenant) {
        return make(tenant, Use.INTAKE, 1);
    }

    /** The first key that signs packages; made at the first asking. */
    public Identity signing(TenantId tenant) {
        return make(tenant, Use.SIGNING, 1);
    }

    /**
     * The key of this number, made at the first asking, which takes a second or two; the same one
     * for whoever asks, in whatever process.
     *
     * @param number from 1 on, as one follows the other
     */
    public Identity make(TenantId tenant, Use use, int number) {
        Object turn = making.computeIfAbsent(tenant.value() + use, key -> new Object());
        synchronized (turn) {
            return opened(
                    tenantKeys.get(
                            tenant,
                            use.purpose,
                            number,
                            () -> make(name(use, tenant, number), use.usage)));
        }
    }

    /** The key of this number; empty when it was not made, or is destroyed. */
    public Optional<Identity> find(TenantId tenant, Use use, int number) {
        return tenantKeys.find(tenant, use.purpose, number).map(TransportKeys::opened);
    }

    /** Destroys the private key of this number; nothing happens when there is none. */
    public void destroy(TenantId tenant, Use use, int number) {
        tenantKeys.destroy(tenant, use.purpose, number);
    }

    /** Those that follow the first tell their number, so that people can tell them apart. */
    private static String name(Use use, TenantId tenant, int number) {
        return use.name + " " + tenant.value() + (number == 1 ? "" : " " + number);
    }

    private static Identity opened(byte[] bytes) {
        try {
            return read(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] make(String name, int usage) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            X509v3CertificateBuilder certificate = certificate(name, pair, usage);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            byte[] pkcs8 = pair.getPrivate().getEncoded();
            out.writeInt(pkcs8.length);
            out.write(pkcs8);
            out.write(
                    certificate
                            .build(
                                    new JcaContentSignerBuilder("SHA256withRSA")
                                            .build(pair.getPrivate()))
                            .getEncoded());
            return bytes.toByteArray();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("RSA is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private X509v3CertificateBuilder certificate(String name, KeyPair pair, int usage)
            throws GeneralSecurityException, IOException {
        Instant now = clock.instant();
        X500Name subject = new X500Name("CN=" + name);
        return new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(1, TenantKeys.random(16)),
                        Date.from(now.minus(SKEW)),
                        Date.from(now.plus(LIFE)),
                        subject,
                        pair.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    }

    private static Identity read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] pkcs8 = in.readNBytes(in.readInt());
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            InputStream rest = in;
            return new Identity(
                    key,
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(rest));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a transport key cannot be read", e);
        }
    }
}
