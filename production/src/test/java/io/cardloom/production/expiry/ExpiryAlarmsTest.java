package io.cardloom.production.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ExpiryAlarmsTest {

    @Autowired List<ExpirySource> sources;
    @Autowired ExpiryAlarmRepository repository;
    @Autowired ExpiryAlarms alarms;
    @Autowired TransportCertificates certificates;
    @Autowired AuditTrail trail;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @Test
    void raisesEachAlarmOnceAsTheDaysGoBy() throws Exception {
        IssuerWorld world = issuers.another("Alarm Bank");
        Instant end = clock.instant().plus(Duration.ofDays(100));
        registerIssuer(world, end);
        List<String> raised = new ArrayList<>();
        for (int left = 90; left >= -3; left--) {
            ExpiryAlarms that = on(end.minus(Duration.ofDays(left)));
            int day = that.raise(world.tenant());
            assertThat(that.raise(world.tenant())).as("the same day again").isZero();
            if (day > 0) {
                raised.add(left + ":" + day);
            }
        }
        assertThat(raised).containsExactly("60:1", "30:1", "7:1", "-1:1");
        assertThat(entries(world))
                .extracting(r -> r.action() + " " + r.details().get("alarm"))
                .containsExactly(
                        "expiry.over 0", "expiry.near 7", "expiry.near 30", "expiry.near 60");
        assertThat(entries(world).getFirst().details())
                .containsEntry("what", "Certificate of Alarm Bank to sign cardholder files");
    }

    @Test
    void raisesTheLatestAloneWhenSeveralWereMissed() throws Exception {
        IssuerWorld world = issuers.another("Late Bank");
        Instant end = clock.instant().plus(Duration.ofDays(100));
        registerIssuer(world, end);
        assertThat(on(end.minus(Duration.ofDays(5))).raise(world.tenant())).isOne();
        assertThat(on(end.minus(Duration.ofDays(4))).raise(world.tenant())).isZero();
        assertThat(entries(world))
                .singleElement()
                .satisfies(r -> assertThat(r.details()).containsEntry("alarm", "7"));
    }

    @Test
    void saysNothingOfACertificateThatHasASuccessor() throws Exception {
        IssuerWorld world = issuers.another("Successor Bank");
        Instant end = clock.instant().plus(Duration.ofDays(20));
        registerIssuer(world, end);
        registerIssuer(world, end.plus(Duration.ofDays(300)));
        certificates.registerBureauCertificate(
                world.custodian(),
                world.bureauOrganization(),
                CertificatePurpose.BUREAU_SIGNING,
                certificate(end.plus(Duration.ofDays(1)), KeyUsage.digitalSignature));
        assertThat(alarms.raise(world.tenant())).isOne();
        assertThat(alarms.list(world.custodian()))
                .filteredOn(Expiry::near)
                .singleElement()
                .satisfies(
                        e -> {
                            assertThat(e.thing().what()).endsWith("to sign acknowledgements");
                            assertThat(e.days()).isEqualTo(21);
                        });
    }

    @Test
    void raisesAnAlarmOnceHoweverManyNodesLook() throws Exception {
        IssuerWorld world = issuers.another("Cluster Bank");
        Instant end = clock.instant().plus(Duration.ofDays(25));
        registerIssuer(world, end);
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            nodes.add(() -> on(clock.instant()).raise(world.tenant()));
        }
        int raised = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> each : threads.invokeAll(nodes)) {
                raised += each.get();
            }
        }
        assertThat(raised).isOne();
        assertThat(entries(world)).hasSize(1);
    }

    @Test
    void tellsCustodiansAndAdministratorsOnlyAndTheirOwn() throws Exception {
        IssuerWorld world = issuers.another("Own Bank");
        assertThat(alarms.list(world.custodian())).isEmpty();
        certificates.signingCertificate(world.tenant());
        assertThat(alarms.list(world.administrator()))
                .singleElement()
                .satisfies(
                        e -> {
                            assertThat(e.thing().what())
                                    .isEqualTo("Cardloom's certificate to sign packages");
                            assertThat(e.days()).isEqualTo(729);
                        });
        assertThat(alarms.list(issuers.b().custodian()))
                .extracting(e -> e.thing().subject())
                .doesNotContainAnyElementsOf(
                        alarms.list(world.custodian()).stream()
                                .map(e -> e.thing().subject())
                                .toList());
        for (Actor other : List.of(world.operator(), world.designer(), world.bureau())) {
            assertThatThrownBy(() -> alarms.list(other))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("PERMISSION_MISSING"));
        }
    }

    private ExpiryAlarms on(Instant day) {
        return new ExpiryAlarms(sources, repository, work, trail, Clock.fixed(day, ZoneOffset.UTC));
    }

    /** Newest first. */
    private List<AuditRecord> entries(IssuerWorld world) {
        return trail.page(
                world.auditor(), new AuditFilter(null, "expiry.", null, null, null, null), 0, 100);
    }

    private void registerIssuer(IssuerWorld world, Instant end) throws Exception {
        certificates.registerIssuerCertificate(
                world.custodian(), certificate(end, KeyUsage.digitalSignature));
    }

    private byte[] certificate(Instant end, int usage) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Test");
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(clock.instant().minusSeconds(60)),
                        Date.from(end.plusSeconds(60)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }
}
