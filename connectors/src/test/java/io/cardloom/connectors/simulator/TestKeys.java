package io.cardloom.connectors.simulator;

import io.cardloom.connectors.bureau.TransportTrust;
import io.cardloom.production.key.PackageSigner;
import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Keys made for a test: Cardloom's own, and those that a bureau has registered. */
public final class TestKeys implements TransportTrust {

    private static @Nullable KeyPair bureau;

    private final KeyPair cardloom;
    private final X509Certificate cardloomCertificate;
    private final List<X509Certificate> recipients = new ArrayList<>();
    private final List<X509Certificate> signers = new ArrayList<>();

    public TestKeys() throws Exception {
        cardloom = pair("RSA", 2048);
        cardloomCertificate = certificate(cardloom, "Cardloom");
    }

    /** A pair made once and shared by the tests that do not care whose it is. */
    public static synchronized KeyPair bureau() throws Exception {
        if (bureau == null) {
            bureau = pair("RSA", 2048);
        }
        return bureau;
    }

    public static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    public static X509Certificate certificate(KeyPair pair, String name) throws Exception {
        return BureauKeys.selfSigned(
                pair,
                name,
                pair.getPrivate().getAlgorithm().equals("RSA")
                        ? "SHA256withRSA"
                        : "SHA256withECDSA",
                KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
                Clock.systemUTC());
    }

    /** Signs a statement as a bureau does. */
    public static byte[] sign(byte[] statement, PrivateKey key, X509Certificate certificate)
            throws Exception {
        return BureauWorker.sign(statement, new BureauKeys(key, certificate));
    }

    public X509Certificate cardloom() {
        return cardloomCertificate;
    }

    public void registerRecipient(X509Certificate certificate) {
        recipients.add(certificate);
    }

    public void registerSigner(X509Certificate certificate) {
        signers.add(certificate);
    }

    public PackageSigner signer() {
        try {
            return new PackageSigner(
                    cardloomCertificate,
                    new JcaContentSignerBuilder("SHA256withRSA").build(cardloom.getPrivate()));
        } catch (org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PackageSigner signer(TenantId tenant) {
        return signer();
    }

    @Override
    public List<X509Certificate> recipients(TenantId tenant, Destination bureau) {
        return List.copyOf(recipients);
    }

    @Override
    public List<X509Certificate> signers(TenantId tenant, Destination bureau) {
        return List.copyOf(signers);
    }
}
