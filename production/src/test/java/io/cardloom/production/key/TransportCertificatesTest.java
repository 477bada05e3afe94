package io.cardloom.production.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class TransportCertificatesTest {

    private static final int SIGNS = KeyUsage.digitalSignature;
    private static final int RECEIVES = KeyUsage.keyEncipherment;

    @Autowired TransportCertificates certificates;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Test
    void registersOnceWhatIsFitAndTellsTheTrail() throws Exception {
        IssuerWorld world = issuers.another("Register Bank");
        byte[] good = certificate("RSA", 2048, 0, 30, SIGNS);
        RegisteredCertificate registered =
                certificates.registerIssuerCertificate(world.custodian(), good);
        certificates.registerIssuerCertificate(world.custodian(), good);
        assertThat(certificates.list(world.custodian())).containsExactly(registered);
        assertThat(
                        certificates.valid(
                                world.tenant(), world.issuer(), CertificatePurpose.ISSUER_SIGNING))
                .containsExactly(registered);
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .filteredOn(r -> r.action().equals("certificate.registered"))
                .singleElement()
                .satisfies(
                        r -> assertThat(r.details()).containsEntry("sha256", registered.sha256()));
        byte[] curve = certificate("EC", 256, 0, 30, SIGNS);
        certificates.registerIssuerCertificate(world.custodian(), curve);
        assertThat(certificates.list(world.custodian())).hasSize(2);
    }

    @Test
    void trustsAWithdrawnCertificateNeverAgain() throws Exception {
        IssuerWorld world = issuers.another("Withdraw Bank");
        byte[] stolen = certificate("RSA", 2048, 0, 30, SIGNS);
        RegisteredCertificate registered =
                certificates.registerIssuerCertificate(world.custodian(), stolen);
        byte[] other = certificate("RSA", 2048, 0, 30, SIGNS);
        RegisteredCertificate kept =
                certificates.registerIssuerCertificate(world.custodian(), other);
        refused(
                "NOT_FOUND",
                () -> certificates.withdraw(issuers.b().custodian(), registered.sha256()));
        refused(
                "PERMISSION_MISSING",
                () -> certificates.withdraw(world.administrator(), registered.sha256()));
        certificates.withdraw(world.custodian(), registered.sha256());
        certificates.withdraw(world.custodian(), registered.sha256());
        assertThat(
                        certificates.valid(
                                world.tenant(), world.issuer(), CertificatePurpose.ISSUER_SIGNING))
                .containsExactly(kept);
        assertThat(certificates.list(world.custodian())).contains(registered);
        assertThat(certificates.withdrawn(world.custodian())).containsOnlyKeys(registered.sha256());
        refused("CERTIFICATE_WITHDRAWN", world.custodian(), stolen);
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .filteredOn(r -> r.action().equals("certificate.withdrawn"))
                .singleElement()
                .satisfies(r -> assertThat(r.subject()).isEqualTo(registered.sha256()));
    }

    @Test
    void refusesCertificatesThatAreNotFit() throws Exception {
        Actor custodian = issuers.a().custodian();
        refused(
                "CERTIFICATE_UNREADABLE",
                custodian,
                "no certificate".getBytes(StandardCharsets.UTF_8));
        refused("CERTIFICATE_UNREADABLE", custodian, new byte[20_000]);
        refused("CERTIFICATE_EXPIRED", custodian, certificate("RSA", 2048, -30, -1, SIGNS));
        refused("CERTIFICATE_NOT_YET_VALID", custodian, certificate("RSA", 2048, 1, 30, SIGNS));
        refused("CERTIFICATE_WEAK", custodian, certificate("RSA", 1024, 0, 30, SIGNS));
        refused("CERTIFICATE_PURPOSE", custodian, certificate("RSA", 2048, 0, 30, RECEIVES));
    }

    @Test
    void registersABureausCertificatesForTheirPurpose() throws Exception {
        IssuerWorld a = issuers.a();
        byte[] receives = certificate("RSA", 2048, 0, 30, RECEIVES);
        RegisteredCertificate recipient =
                certificates.registerBureauCertificate(
                        a.custodian(),
                        a.bureauOrganization(),
                        CertificatePurpose.BUREAU_RECIPIENT,
                        receives);
        assertThat(
                        certificates.valid(
                                a.tenant(),
                                a.bureauOrganization(),
                                CertificatePurpose.BUREAU_RECIPIENT))
                .contains(recipient);
        assertThat(
                        certificates.valid(
                                a.tenant(),
                                a.bureauOrganization(),
                                CertificatePurpose.BUREAU_SIGNING))
                .isEmpty();
        byte[] curve = certificate("EC", 256, 0, 30, RECEIVES);
        refused("CERTIFICATE_WEAK", () -> bureau(a, CertificatePurpose.BUREAU_RECIPIENT, curve));
        refused(
                "CERTIFICATE_PURPOSE",
                () -> bureau(a, CertificatePurpose.BUREAU_SIGNING, receives));
        refused(
                "CERTIFICATE_PURPOSE",
                () -> bureau(a, CertificatePurpose.ISSUER_SIGNING, receives));
        refused(
                "NOT_FOUND",
                () ->
                        certificates.registerBureauCertificate(
                                a.custodian(),
                                a.partner(),
                                CertificatePurpose.BUREAU_RECIPIENT,
                                receives));
        refused(
                "NOT_FOUND",
                () ->
                        certificates.registerBureauCertificate(
                                issuers.b().custodian(),
                                a.bureauOrganization(),
                                CertificatePurpose.BUREAU_RECIPIENT,
                                receives));
    }

    @Test
    void letsOnlyCustodiansRegister() throws Exception {
        IssuerWorld a = issuers.a();
        byte[] good = certificate("RSA", 2048, 0, 30, SIGNS);
        for (Actor other : List.of(a.administrator(), a.approver(), a.operator(), a.bureau())) {
            refused("PERMISSION_MISSING", other, good);
            refused("PERMISSION_MISSING", () -> certificates.list(other));
        }
        refused("PERMISSION_MISSING", () -> certificates.intakeCertificate(a.designer()));
    }

    @Test
    void keepsItsOwnKeysApartByTenantAndPurpose() throws Exception {
        IssuerWorld a = issuers.a();
        X509Certificate intake = certificates.intakeCertificate(a.approver());
        X509Certificate signing = certificates.signingCertificate(a.tenant());
        assertThat(certificates.intakeCertificate(a.custodian())).isEqualTo(intake);
        assertThat(signing.getPublicKey()).isNotEqualTo(intake.getPublicKey());
        assertThat(certificates.intakeCertificate(issuers.b().approver())).isNotEqualTo(intake);
        assertThat(((RSAPublicKey) intake.getPublicKey()).getModulus().bitLength()).isEqualTo(3072);
        PackageSigner signer = certificates.signer(a.tenant());
        byte[] what = "a package".getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = signer.signer().getOutputStream()) {
            out.write(what);
        }
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(signing);
        check.update(what);
        assertThat(check.verify(signer.signer().getSignature())).isTrue();
    }

    private void bureau(IssuerWorld world, CertificatePurpose purpose, byte[] bytes) {
        certificates.registerBureauCertificate(
                world.custodian(), world.bureauOrganization(), purpose, bytes);
    }

    private void refused(String code, Actor actor, byte[] bytes) {
        refused(code, () -> certificates.registerIssuerCertificate(actor, bytes));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static byte[] certificate(String algorithm, int bits, int from, int to, int usage)
            throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        Instant now = Clock.systemUTC().instant();
        X500Name name = new X500Name("CN=Test " + algorithm + bits);
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(now.plus(Duration.ofDays(from)).minusSeconds(60)),
                        Date.from(now.plus(Duration.ofDays(to))),
                        name,
                        pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        String signature = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        return builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()))
                .getEncoded();
    }
}
