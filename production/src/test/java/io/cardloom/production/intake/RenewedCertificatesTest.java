package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.fixture.GnupgIssuer;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.OpenPgpCertificates;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificateClock;
import io.cardloom.production.key.OwnCertificateState;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Lists that openssl and gpg encrypt to one certificate of Cardloom's and to the one after it. */
@SpringBootTest(properties = "cardloom.production.schedule.active=false")
class RenewedCertificatesTest {

    @Autowired ListDesk desk;
    @Autowired OwnCertificates own;
    @Autowired OwnCertificateClock ticking;
    @Autowired TransportCertificates certificates;
    @Autowired OpenPgpCertificates openPgp;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @TempDir Path folder;

    @Test
    void takesListsOfOpensslToTheOldAndToTheNewCertificate() {
        IssuerWorld world = issuers.another("Openssl Bank");
        OpensslIssuer bank = OpensslIssuer.in(folder, "Openssl Bank lists", 30);
        certificates.registerIssuerCertificate(world.custodian(), bank.certificatePem());
        X509Certificate old = certificates.intakeCertificate(world.approver());
        renew(world, OwnPurpose.INTAKE, 20, 20);
        X509Certificate coming = x509(announced(world, OwnPurpose.INTAKE).getFirst());
        assertThat(coming).isNotEqualTo(old);
        assertThat(certificates.intakeCertificate(world.approver())).isEqualTo(old);
        assertThat(accepted(world, bank.seal(TestAccounts.csv(2), old))).isEqualTo(2);
        assertThat(accepted(world, bank.seal(TestAccounts.csv(3), coming))).isEqualTo(3);
    }

    @Test
    void keepsTheOldKeyForAListThatWaitsAndDestroysItThen() {
        IssuerWorld world = issuers.another("Waiting Bank");
        OpensslIssuer bank = OpensslIssuer.in(folder, "Waiting Bank lists", 30);
        certificates.registerIssuerCertificate(world.custodian(), bank.certificatePem());
        X509Certificate old = certificates.intakeCertificate(world.approver());
        byte[] sealed = bank.seal(TestAccounts.csv(4), old);
        CardOrderId order = CardOrderId.next(clock);
        desk.hand(
                world.approver(),
                world.program(),
                order,
                ListUpload.sealed(new ByteArrayInputStream(sealed)));
        renew(world, OwnPurpose.INTAKE, 0, 0);
        assertThat(own.numbered(world.tenant(), OwnPurpose.INTAKE))
                .extracting(OwnCertificate::state)
                .containsExactly(OwnCertificateState.ACTIVE, OwnCertificateState.RETIRED);
        assertThat(ticking.tick(world.tenant())).as("a list waits").isZero();
        assertThat(desk.take(world.tenant(), order, RowRule.NONE).accepted()).isEqualTo(4);
        assertThat(ticking.tick(world.tenant())).isOne();
        refused(
                "INTAKE_CERTIFICATE_OVER",
                () -> accepted(world, bank.seal(TestAccounts.csv(2), old)));
        X509Certificate present = certificates.intakeCertificate(world.approver());
        assertThat(accepted(world, bank.seal(TestAccounts.csv(5), present))).isEqualTo(5);
    }

    @Test
    void takesListsOfGnupgToTheOldAndToTheNewKey() {
        IssuerWorld world = issuers.another("Gnupg Bank");
        try (GnupgIssuer bank = GnupgIssuer.in(folder, "gnupg-lists", "rsa3072")) {
            openPgp.register(world.custodian(), bank.publicKey());
            bank.trust(openPgp.intakeKey(world.approver()));
            renew(world, OwnPurpose.OPENPGP_INTAKE, 0, 20);
            List<OwnCertificate> both = announced(world, OwnPurpose.OPENPGP_INTAKE);
            assertThat(openPgp.intakeKey(world.approver()))
                    .isEqualTo(both.getFirst().certificate());
            bank.trust(both.getFirst().certificate());
            String present = both.getFirst().fingerprint();
            String old = both.getLast().fingerprint();
            assertThat(accepted(world, bank.seal(TestAccounts.csv(2), old))).isEqualTo(2);
            assertThat(accepted(world, bank.seal(TestAccounts.csv(3), present))).isEqualTo(3);
            renew(world, OwnPurpose.OPENPGP_INTAKE, 0, 0);
            refused(
                    "INTAKE_CERTIFICATE_OVER",
                    () -> accepted(world, bank.seal(TestAccounts.csv(2), present)));
            assertThat(accepted(world, bank.seal(TestAccounts.csv(2), old)))
                    .as("the first one's overlap is its own")
                    .isEqualTo(2);
        }
    }

    private void renew(IssuerWorld world, OwnPurpose purpose, int lead, int overlap) {
        Actor second =
                new Actor(
                        world.tenant(),
                        PersonId.next(clock),
                        world.issuer(),
                        "Second custodian",
                        Set.of(Role.KEY_CUSTODIAN));
        own.confirm(second, own.ask(world.custodian(), purpose, lead, overlap));
    }

    private List<OwnCertificate> announced(IssuerWorld world, OwnPurpose purpose) {
        return own.list(world.approver(), purpose);
    }

    private int accepted(IssuerWorld world, byte[] sealed) {
        return desk.receive(world.approver(), world.program(), CardOrderId.next(clock), sealed)
                .accepted();
    }

    private static X509Certificate x509(OwnCertificate own) {
        try {
            return (X509Certificate)
                    java.security.cert.CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(own.certificate()));
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
