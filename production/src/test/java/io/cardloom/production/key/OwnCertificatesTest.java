package io.cardloom.production.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.expiry.ExpiringThing;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.key.store.TransportKeys.Use;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;

@SpringBootTest(properties = "cardloom.production.schedule.active=false")
class OwnCertificatesTest {

    @Autowired OwnCertificates own;
    @Autowired OwnCertificateRepository rows;
    @Autowired PublishedCertificateRepository left;
    @Autowired OwnKeys keys;
    @Autowired TransportKeys transport;
    @Autowired TransportCertificates certificates;
    @Autowired CertificateExpiries expiries;
    @Autowired AuditTrail trail;
    @Autowired ApplicationEventPublisher events;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @Test
    void leadsFromOneCertificateToTheNextWithoutAGap() {
        IssuerWorld world = issuers.another("Renewal Bank");
        X509Certificate first = certificates.signingCertificate(world.tenant());
        String id = own.ask(world.custodian(), OwnPurpose.SIGNING, 30, 10);
        assertThat(states(world)).containsExactly("2 ASKED", "1 ACTIVE");
        own.confirm(world.anotherCustodian(), id);
        assertThat(states(world)).containsExactly("2 COMING", "1 ACTIVE");
        X509Certificate next = certificates.announcedSigning(world.tenant()).getFirst();
        assertThat(certificates.announcedSigning(world.tenant())).containsExactly(next, first);
        assertThat(certificates.signingCertificate(world.tenant())).isEqualTo(first);
        assertThat(certificates.signer(world.tenant()).certificate()).isEqualTo(first);

        assertThat(in(29).tick(world.tenant())).isZero();
        assertThat(in(31).tick(world.tenant())).isOne();
        assertThat(states(world)).containsExactly("2 ACTIVE", "1 OUTGOING");
        assertThat(certificates.signingCertificate(world.tenant())).isEqualTo(next);
        assertThat(certificates.signer(world.tenant()).certificate()).isEqualTo(next);
        assertThat(certificates.announcedSigning(world.tenant())).containsExactly(next, first);

        assertThat(in(40).tick(world.tenant())).isZero();
        assertThat(transport.find(world.tenant(), Use.SIGNING, 1)).isPresent();
        assertThat(in(42).tick(world.tenant())).as("retired, destroyed").isEqualTo(2);
        assertThat(states(world)).containsExactly("2 ACTIVE", "1 DESTROYED");
        assertThat(transport.find(world.tenant(), Use.SIGNING, 1)).isEmpty();
        assertThat(certificates.announcedSigning(world.tenant())).containsExactly(next);
        assertThat(in(43).tick(world.tenant())).isZero();
        assertThat(certificates.signingCertificate(world.tenant())).isEqualTo(next);
        assertThat(actions(world))
                .containsExactly(
                        "certificate.renewalAsked",
                        "certificate.renewalConfirmed",
                        "certificate.announced",
                        "certificate.outgoing",
                        "certificate.inUse",
                        "certificate.retired",
                        "certificate.keyDestroyed");
    }

    @Test
    void putsOffWhatTheClockDoesNextAndBringsNothingForward() {
        IssuerWorld world = issuers.another("Patient Bank");
        String id = own.ask(world.custodian(), OwnPurpose.SIGNING, 10, 10);
        refused("RENEWAL_SETTLED", () -> own.putOff(world.custodian(), id, 5));
        own.confirm(world.anotherCustodian(), id);
        refused("RENEWAL_DAYS", () -> own.putOff(world.custodian(), id, 0));
        refused("RENEWAL_DAYS", () -> own.putOff(world.custodian(), id, 31));
        refused("PERMISSION_MISSING", () -> own.putOff(world.approver(), id, 5));
        refused("NOT_FOUND", () -> own.putOff(issuers.b().custodian(), id, 5));
        own.putOff(world.custodian(), id, 5);
        assertThat(in(14).tick(world.tenant())).as("was due after 10").isZero();
        assertThat(in(16).tick(world.tenant())).isOne();
        assertThat(states(world)).containsExactly("2 ACTIVE", "1 OUTGOING");
        refused("RENEWAL_SETTLED", () -> own.putOff(world.custodian(), id, 5));
        String outgoing = own.list(world.custodian(), OwnPurpose.SIGNING).getLast().id();
        own.putOff(world.anotherCustodian(), outgoing, 20);
        assertThat(in(45).tick(world.tenant())).as("was due after 26").isZero();
        assertThat(in(47).tick(world.tenant())).as("retired, destroyed").isEqualTo(2);
        refused("RENEWAL_SETTLED", () -> own.putOff(world.custodian(), outgoing, 5));
        assertThat(actions(world)).contains("certificate.putOff");
    }

    @Test
    void putsNothingOffBeyondTheEndOfWhatIsUsedMeanwhile() {
        IssuerWorld world = issuers.another("Late Certificate Bank");
        String id = own.ask(world.custodian(), OwnPurpose.SIGNING, 180, 0);
        own.confirm(world.anotherCustodian(), id);
        work.run(
                world.tenant(),
                () ->
                        rows.of(world.tenant(), OwnPurpose.SIGNING).getLast().notAfter =
                                clock.instant().plus(Duration.ofDays(190)));
        refused("RENEWAL_LATE", () -> own.putOff(world.custodian(), id, 11));
        own.putOff(world.custodian(), id, 9);
        String next = own.ask(world.custodian(), OwnPurpose.INTAKE, 0, 5);
        own.confirm(world.anotherCustodian(), next);
        work.run(
                world.tenant(),
                () ->
                        rows.of(world.tenant(), OwnPurpose.INTAKE).getLast().notAfter =
                                clock.instant().plus(Duration.ofDays(20)));
        String outgoing = own.list(world.custodian(), OwnPurpose.INTAKE).getLast().id();
        refused("RENEWAL_LATE", () -> own.putOff(world.custodian(), outgoing, 16));
        own.putOff(world.custodian(), outgoing, 14);
    }

    @Test
    void renewsAgainWhileTheOneBeforeIsOnItsWayOut() {
        IssuerWorld world = issuers.another("Again Bank");
        own.confirm(world.anotherCustodian(), own.ask(world.custodian(), OwnPurpose.INTAKE, 0, 90));
        assertThat(own.numbered(world.tenant(), OwnPurpose.INTAKE))
                .extracting(c -> c.number() + " " + c.state())
                .containsExactly("2 ACTIVE", "1 OUTGOING");
        own.confirm(world.anotherCustodian(), own.ask(world.custodian(), OwnPurpose.INTAKE, 0, 0));
        assertThat(own.numbered(world.tenant(), OwnPurpose.INTAKE))
                .extracting(c -> c.number() + " " + c.state())
                .containsExactly("3 ACTIVE", "2 DESTROYED", "1 OUTGOING");
    }

    @Test
    void takesTwoCustodiansAndOneRenewalAtATime() {
        IssuerWorld world = issuers.another("Dual Bank");
        refused(
                "PERMISSION_MISSING",
                () -> own.ask(world.administrator(), OwnPurpose.SIGNING, 1, 1));
        refused("RENEWAL_DAYS", () -> own.ask(world.custodian(), OwnPurpose.SIGNING, -1, 1));
        refused("RENEWAL_DAYS", () -> own.ask(world.custodian(), OwnPurpose.SIGNING, 1, 181));
        refused("PERSON_REQUIRED", () -> own.ask(world.system(), OwnPurpose.SIGNING, 1, 1));
        String id = own.ask(world.custodian(), OwnPurpose.SIGNING, 1, 1);
        refused(
                "RENEWAL_UNDER_WAY",
                () -> own.ask(world.anotherCustodian(), OwnPurpose.SIGNING, 1, 1));
        refused("RENEWAL_SAME_PERSON", () -> own.confirm(world.custodian(), id));
        refused("PERMISSION_MISSING", () -> own.confirm(world.approver(), id));
        refused("PERMISSION_MISSING", () -> own.abandon(world.approver(), id));
        refused("PERMISSION_MISSING", () -> own.list(world.approver(), OwnPurpose.SIGNING));
        refused("NOT_FOUND", () -> own.confirm(issuers.b().custodian(), id));
        refused("NOT_FOUND", () -> own.abandon(issuers.b().custodian(), id));
        own.abandon(world.custodian(), id);
        refused("RENEWAL_SETTLED", () -> own.confirm(world.anotherCustodian(), id));
        refused("RENEWAL_SETTLED", () -> own.abandon(world.anotherCustodian(), id));
        assertThat(transport.find(world.tenant(), Use.SIGNING, 2)).isEmpty();
        String again = own.ask(world.custodian(), OwnPurpose.SIGNING, 1, 1);
        own.confirm(world.anotherCustodian(), again);
        assertThat(states(world)).containsExactly("3 COMING", "2 ABANDONED", "1 ACTIVE");
        assertThat(own.list(issuers.b().custodian(), OwnPurpose.SIGNING))
                .extracting(OwnCertificate::id)
                .doesNotContain(again);
    }

    @Test
    void abandonsWhatNobodyConfirmsInAWeek() {
        IssuerWorld world = issuers.another("Patience Bank");
        own.ask(world.custodian(), OwnPurpose.SIGNING, 0, 0);
        assertThat(in(6).tick(world.tenant())).isZero();
        assertThat(in(8).tick(world.tenant())).isOne();
        assertThat(states(world)).containsExactly("2 ABANDONED", "1 ACTIVE");
    }

    @Test
    void letsOneOfTwoCustodiansAskAndOneOfTwoConfirmAtTheSameMoment() throws Exception {
        IssuerWorld world = issuers.another("Race Bank");
        certificates.signingCertificate(world.tenant());
        List<String> asked =
                together(
                        () -> own.ask(world.custodian(), OwnPurpose.SIGNING, 5, 5),
                        () -> own.ask(world.anotherCustodian(), OwnPurpose.SIGNING, 5, 5));
        assertThat(asked).containsOnlyOnce("RENEWAL_UNDER_WAY").hasSize(2);
        OwnCertificate open =
                own.numbered(world.tenant(), OwnPurpose.SIGNING).stream()
                        .filter(c -> c.state() == OwnCertificateState.ASKED)
                        .findFirst()
                        .orElseThrow();
        List<String> confirmed =
                together(
                        () -> confirmed(world.anotherCustodian(), open.id()),
                        () -> confirmed(world.anotherCustodian(), open.id()));
        assertThat(confirmed).containsOnlyOnce("RENEWAL_SETTLED").hasSize(2);
        assertThat(states(world)).containsExactly("2 COMING", "1 ACTIVE");
    }

    @Test
    void makesEachStepOnceHoweverManyClocksTick() throws Exception {
        IssuerWorld world = issuers.another("Many Clocks Bank");
        own.confirm(world.anotherCustodian(), own.ask(world.custodian(), OwnPurpose.SIGNING, 1, 1));
        OwnCertificateClock later = in(2);
        List<Callable<String>> clocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clocks.add(() -> Integer.toString(later.tick(world.tenant())));
        }
        List<String> steps = together(clocks);
        assertThat(steps).containsOnlyOnce("1");
        assertThat(states(world)).containsExactly("2 ACTIVE", "1 OUTGOING");
        assertThat(actions(world)).containsOnlyOnce("certificate.inUse", "certificate.outgoing");
    }

    @Test
    void followsAProcessThatWasKilledBetweenTheKeyAndItsRow() {
        IssuerWorld world = issuers.another("Killed Bank");
        String id = own.ask(world.custodian(), OwnPurpose.SIGNING, 0, 0);
        work.run(
                world.tenant(),
                () ->
                        rows.hold(world.tenant(), id)
                                .orElseThrow()
                                .move(OwnCertificateState.CONFIRMED));
        OwnEncoding made = keys.make(world.tenant(), OwnPurpose.SIGNING, 2);
        keys.destroy(world.tenant(), OwnPurpose.SIGNING, 1);
        // As after a kill: the pair is there and its row does not know; the first is gone as well.
        assertThat(in(0).tick(world.tenant())).isEqualTo(4);
        assertThat(states(world)).containsExactly("2 ACTIVE", "1 DESTROYED");
        assertThat(certificates.signer(world.tenant()).certificate())
                .isEqualTo(CertificateReader.read(made.bytes()));
    }

    @Test
    void showsARenewalWhereThereAreNoKeysAndMovesNothingThere() {
        IssuerWorld world = issuers.another("Web Bank");
        own.confirm(world.anotherCustodian(), own.ask(world.custodian(), OwnPurpose.INTAKE, 0, 5));
        PublishedCertificates web =
                new PublishedCertificates(left, rows, keys, ProcessRole.WEB, work, clock);
        assertThat(web.get(world.tenant(), OwnPurpose.INTAKE))
                .isEqualTo(certificates(world, OwnPurpose.INTAKE).getFirst().certificate());
        assertThat(web.lasting(world.tenant(), OwnPurpose.SIGNING)).isEmpty();
        assertThat(
                        new OwnCertificateClock(
                                        rows,
                                        keys,
                                        (tenant, then) -> false,
                                        ProcessRole.WEB,
                                        work,
                                        trail,
                                        events,
                                        Clock.offset(clock, Duration.ofDays(6)))
                                .tick(world.tenant()))
                .isZero();
    }

    @Test
    void handsOutWhatIsAnnouncedToThoseWhoNeedIt() {
        IssuerWorld world = issuers.another("Announce Bank");
        assertThat(own.list(world.bureau(), OwnPurpose.SIGNING)).isEmpty();
        own.makeFirst(world.bureau(), OwnPurpose.SIGNING);
        assertThat(own.list(world.bureau(), OwnPurpose.SIGNING))
                .singleElement()
                .satisfies(first -> assertThat(first.id()).isEmpty());
        refused("PERMISSION_MISSING", () -> own.makeFirst(world.bureau(), OwnPurpose.INTAKE));
        assertThat(own.concerns(world.bureau(), OwnPurpose.INTAKE)).isFalse();
        assertThat(own.concerns(world.bureau(), OwnPurpose.SIGNING)).isTrue();
        own.confirm(world.anotherCustodian(), own.ask(world.custodian(), OwnPurpose.SIGNING, 9, 9));
        own.confirm(world.anotherCustodian(), own.ask(world.custodian(), OwnPurpose.INTAKE, 9, 9));
        assertThat(own.list(world.bureau(), OwnPurpose.SIGNING))
                .extracting(OwnCertificate::state)
                .containsExactly(OwnCertificateState.COMING, OwnCertificateState.ACTIVE);
        assertThat(own.list(world.approver(), OwnPurpose.INTAKE)).hasSize(2);
        refused("PERMISSION_MISSING", () -> own.list(world.bureau(), OwnPurpose.INTAKE));
        refused("PERMISSION_MISSING", () -> own.list(world.designer(), OwnPurpose.SIGNING));
    }

    @Test
    void endsTheAlarmOfACertificateThatHasASuccessor() {
        IssuerWorld world = issuers.another("Lasting Bank");
        String first =
                CertificateReader.fingerprint(certificates.signingCertificate(world.tenant()));
        assertThat(expiries.expiring(world.tenant()))
                .extracting(ExpiringThing::subject)
                .containsExactly(first);
        String id = own.ask(world.custodian(), OwnPurpose.SIGNING, 30, 30);
        assertThat(expiries.expiring(world.tenant()))
                .as("asked for is not there")
                .extracting(ExpiringThing::subject)
                .containsExactly(first);
        own.confirm(world.anotherCustodian(), id);
        assertThat(expiries.expiring(world.tenant()))
                .extracting(ExpiringThing::subject)
                .containsExactly(certificates(world, OwnPurpose.SIGNING).getFirst().fingerprint());
    }

    private List<OwnCertificate> certificates(IssuerWorld world, OwnPurpose purpose) {
        return own.numbered(world.tenant(), purpose);
    }

    private List<String> states(IssuerWorld world) {
        return own.list(world.custodian(), OwnPurpose.SIGNING).stream()
                .map(c -> c.number() + " " + c.state())
                .toList();
    }

    private List<String> actions(IssuerWorld world) {
        List<String> actions =
                new ArrayList<>(
                        trail.page(world.auditor(), AuditFilter.all(), 0, 100).stream()
                                .map(r -> r.action())
                                .filter(a -> a.startsWith("certificate."))
                                .toList());
        java.util.Collections.reverse(actions);
        return actions;
    }

    /** The clock as many days from now. */
    private OwnCertificateClock in(int days) {
        return new OwnCertificateClock(
                rows,
                keys,
                (tenant, then) -> false,
                ProcessRole.ALL,
                work,
                trail,
                events,
                Clock.offset(clock, Duration.ofDays(days)));
    }

    private String confirmed(Actor actor, String id) {
        own.confirm(actor, id);
        return "confirmed";
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... all) throws Exception {
        return together(Arrays.asList(all));
    }

    /** Each one's answer, or the code of its refusal. */
    private static List<String> together(List<Callable<String>> all) throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<String> each : threads.invokeAll(all)) {
                try {
                    answers.add(each.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Refusal.class);
                    answers.add(((Refusal) e.getCause()).code());
                }
            }
        }
        return answers;
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
