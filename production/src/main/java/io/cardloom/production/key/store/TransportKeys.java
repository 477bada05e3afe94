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
import java.util.LinkedHashMap;
import java.util.Map;
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
 * Cardloom's own transport keys: for each tenant one that opens cardholder files and one that signs
 * packages, RSA-3072 with certificates signed by themselves and good for two years.
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

    /** Opens what issuers encrypt; made at the first asking, which takes a second or two. */
    public Identity intake(TenantId tenant) {
        return identity(tenant, KeyPurpose.INTAKE, "Cardloom intake", KeyUsage.keyEncipherment);
    }

    /** Signs packages; made at the first asking. */
    public Identity signing(TenantId tenant) {
        return identity(tenant, KeyPurpose.SIGNING, "Cardloom packages", KeyUsage.digitalSignature);
    }

    /** The certificates that were made so far, by what they are for; none is made for this. */
    public Map<String, X509Certificate> made(TenantId tenant) {
        Map<String, X509Certificate> made = new LinkedHashMap<>();
        Map.of(KeyPurpose.INTAKE, "receive cardholder files", KeyPurpose.SIGNING, "sign packages")
                .forEach(
                        (purpose, words) ->
                                tenantKeys
                                        .find(tenant, purpose)
                                        .ifPresent(
                                                bytes -> {
                                                    made.put(words, read(bytes).certificate());
                                                    Arrays.fill(bytes, (byte) 0);
                                                }));
        return made;
    }

    private Identity identity(TenantId tenant, KeyPurpose purpose, String name, int usage) {
        Object turn = making.computeIfAbsent(tenant.value() + purpose, key -> new Object());
        synchronized (turn) {
            return read(
                    tenantKeys.get(
                            tenant, purpose, () -> make(name + " " + tenant.value(), usage)));
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
