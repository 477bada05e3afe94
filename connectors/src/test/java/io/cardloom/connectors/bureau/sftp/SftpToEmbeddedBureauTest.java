package io.cardloom.connectors.bureau.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.bureau.Packages;
import io.cardloom.connectors.registry.Health;
import io.cardloom.connectors.simulator.BureauBehavior;
import io.cardloom.connectors.simulator.BureauOnLoopback;
import io.cardloom.connectors.simulator.ReceivedPackage;
import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.HandOver;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way to the embedded bureau and back. */
@Timeout(120)
class SftpToEmbeddedBureauTest {

    @TempDir private Path folder;
    private GatewayBench bench;
    private BureauOnLoopback bureau;

    @BeforeEach
    void start() throws Exception {
        bench = new GatewayBench(folder.resolve("data"));
        bureau = open();
        bench.keys.registerRecipient(bureau.recipient());
        bench.keys.registerSigner(bureau.signer());
    }

    private BureauOnLoopback open() throws Exception {
        return new BureauOnLoopback(
                folder.resolve("bureau"),
                bench.authorizedKey(),
                bench.keys.cardloom(),
                bench.tenant.value());
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
        bureau.close();
    }

    @Test
    void closesTheCircle() throws Exception {
        RunPackage what = Packages.of(300, 310, 200_000);
        bureau.behave(
                new BureauBehavior(BureauBehavior.Mood.WORKING, Set.of(17, 4, 999), Duration.ZERO));
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        Acknowledgement said = awaitAcknowledgement(what);
        assertThat(said.good()).isEqualTo(298);
        assertThat(said.spoiled()).isEqualTo(2);
        assertThat(said.left()).isEqualTo(10);
        assertThat(said.spoiledNumbers()).containsExactly(4, 17);
        ReceivedPackage received = bureau.received().getFirst();
        assertThat(received.tenant()).isEqualTo(bench.tenant.value());
        assertThat(received.files()).containsExactly("records.csv", "print.pdf");
        assertThat(received.digest()).isEqualTo(what.digest());
    }

    @Test
    void countsAPackageThatComesTwiceOnce() throws Exception {
        RunPackage what = Packages.of(20, 20, 5_000);
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        Acknowledgement first = awaitAcknowledgement(what);
        // The bureau has taken the file away, so that nothing tells Cardloom it was there.
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        awaitEmptyInbox();
        assertThat(bureau.received()).hasSize(1);
        assertThat(awaitAcknowledgement(what)).isEqualTo(first);
    }

    @Test
    void goesOnWhereItWasAfterTheBureauStartedAgain() throws Exception {
        RunPackage what = Packages.of(20, 20, 5_000);
        bureau.behave(new BureauBehavior(BureauBehavior.Mood.SILENT, Set.of(), Duration.ZERO));
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        awaitEmptyInbox();
        assertThat(acknowledgement(what)).isEmpty();
        var before = bureau.settings();
        bureau.close();
        bureau = open();
        assertThat(bureau.settings()).isEqualTo(before);
        assertThat(awaitAcknowledgement(what).good()).isEqualTo(20);
        assertThat(bureau.received()).hasSize(1);
    }

    @Test
    void isToldWhenTheBureauRefuses() throws Exception {
        RunPackage what = Packages.of(20, 20, 5_000);
        bureau.behave(new BureauBehavior(BureauBehavior.Mood.REFUSING, Set.of(), Duration.ZERO));
        assertThat(handOver(what))
                .isInstanceOfSatisfying(
                        HandOver.Rejected.class,
                        r -> assertThat(r.reason()).contains("does not allow"));
        assertThat(bureau.received()).isEmpty();
        bureau.behave(BureauBehavior.working());
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        assertThat(awaitAcknowledgement(what).good()).isEqualTo(20);
    }

    @Test
    void takesItsTimeWhenToldTo() throws Exception {
        RunPackage what = Packages.of(20, 20, 5_000);
        bureau.behave(
                new BureauBehavior(BureauBehavior.Mood.WORKING, Set.of(), Duration.ofSeconds(2)));
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        awaitEmptyInbox();
        assertThat(acknowledgement(what)).isEmpty();
        assertThat(awaitAcknowledgement(what).good()).isEqualTo(20);
    }

    @Test
    void leavesOnePackageCountedWhereverTheWireIsCut() throws Exception {
        int port = Integer.parseInt(bureau.settings().get("port"));
        try (CuttingProxy wire = new CuttingProxy(port)) {
            Destination to =
                    bench.destination(bureau.settings(), "port", Integer.toString(wire.port()));
            RunPackage first = Packages.of(5, 5, 100_000);
            assertThat(bench.gateway().handOver(bench.tenant, to, first))
                    .isInstanceOf(HandOver.Delivered.class);
            long received = wire.received();
            for (int i = 1; i <= 10; i++) {
                wire.cutAfterReceiving(received * i / 11);
                RunPackage what = Packages.of(5, 5, 100_000);
                assertThat(bench.gateway().handOver(bench.tenant, to, what))
                        .isInstanceOf(HandOver.Delivered.class);
                assertThat(awaitAcknowledgement(what).good()).isEqualTo(5);
                assertThat(bureau.received()).hasSize(i + 1);
            }
        }
    }

    @Test
    void putsAsideWhatAStrangerSigned() throws Exception {
        TestKeys stranger = new TestKeys();
        stranger.registerRecipient(bureau.recipient());
        SftpBureauGateway gateway =
                new SftpBureauGateway(
                        new SftpConnector(
                                bench.clientKeys,
                                io.cardloom.connectors.registry.NetworkReachOf.demo()),
                        io.cardloom.connectors.bureau.SpoolIn.folder(folder.resolve("stranger")),
                        stranger);
        RunPackage what = Packages.of(20, 20, 5_000);
        assertThat(gateway.handOver(bench.tenant, bench.destination(bureau.settings()), what))
                .isInstanceOf(HandOver.Delivered.class);
        awaitEmptyInbox();
        assertThat(bureau.received()).isEmpty();
        assertThat(folder.resolve("bureau/rejected/" + what.name() + ".p7m")).exists();
    }

    @Test
    void refusesAndKeepsAsideAnAcknowledgementThatIsNotTheBureaus() throws Exception {
        RunPackage what = Packages.of(20, 20, 5_000);
        assertThat(handOver(what)).isInstanceOf(HandOver.Delivered.class);
        assertThat(awaitAcknowledgement(what).good()).isEqualTo(20);
        KeyPair stranger = TestKeys.pair("EC", 256);
        byte[] forged =
                TestKeys.sign(
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        stranger.getPrivate(),
                        TestKeys.certificate(stranger, "Stranger"));
        Files.write(
                folder.resolve("bureau/files/acknowledgements/" + what.name() + ".ack"), forged);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> acknowledgement(what))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("ACKNOWLEDGEMENT_SIGNER_UNKNOWN"));
        }
        try (Stream<Path> kept = Files.walk(folder.resolve("data/bureau-spool"))) {
            List<Path> refused = kept.filter(f -> f.toString().contains("/refused/")).toList();
            assertThat(refused).hasSize(1);
            assertThat(refused.getFirst()).hasBinaryContent(forged);
        }
    }

    @Test
    void doesNotReachBeyondItsMachineInADemo() throws Exception {
        Destination outside = bench.destination(bureau.settings(), "host", "192.0.2.7");
        assertThat(bench.gateway().handOver(bench.tenant, outside, Packages.of(1, 1, 10)))
                .isInstanceOfSatisfying(
                        HandOver.Rejected.class, r -> assertThat(r.reason()).contains("demo"));
        assertThatThrownBy(() -> bench.connection().judge(outside))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isEqualTo("DESTINATION_OUTSIDE_DEMO"));
    }

    @Test
    void refusesSettingsThatAreMissingOrWrong() {
        for (String[] change :
                new String[][] {
                    {"host", "", "DESTINATION_SETTING_MISSING"},
                    {"hostKey", "", "DESTINATION_SETTING_MISSING"},
                    {"hostKey", "MD5:00", "DESTINATION_SETTING_WRONG"},
                    {"port", "0", "DESTINATION_SETTING_WRONG"},
                    {"port", "ssh", "DESTINATION_SETTING_WRONG"},
                    {"inbox", "../etc", "DESTINATION_SETTING_WRONG"},
                    {"clientKey", "../id", "DESTINATION_SETTING_WRONG"},
                    {"host", "no such host", "DESTINATION_SETTING_WRONG"}
                }) {
            assertThatThrownBy(
                            () ->
                                    bench.connection()
                                            .judge(
                                                    bench.destination(
                                                            bureau.settings(),
                                                            change[0],
                                                            change[1])))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo(change[2]));
        }
    }

    @Test
    void tellsTheBureausHealth() throws Exception {
        Destination to = bench.destination(bureau.settings());
        assertThat(bench.connection().check(bench.tenant, to).state()).isEqualTo(Health.State.GOOD);
        assertThat(
                        bench.connection()
                                .check(
                                        bench.tenant,
                                        bench.destination(bureau.settings(), "inbox", "none"))
                                .state())
                .isEqualTo(Health.State.MISCONFIGURED);
        bureau.close();
        assertThat(bench.connection().check(bench.tenant, to).state())
                .isEqualTo(Health.State.UNREACHABLE);
        bureau = open();
    }

    @Test
    void isRejectedWithoutACertificateOfTheBureau() throws Exception {
        try (GatewayBench bare = new GatewayBench(folder.resolve("bare"))) {
            assertThat(
                            bare.gateway()
                                    .handOver(
                                            bare.tenant,
                                            bare.destination(bureau.settings()),
                                            Packages.of(1, 1, 10)))
                    .isInstanceOfSatisfying(
                            HandOver.Rejected.class,
                            r ->
                                    assertThat(r.reason())
                                            .as("the sentence of BUREAU_CERTIFICATE_MISSING")
                                            .startsWith("No certificate of the bureau"));
        }
    }

    private HandOver handOver(RunPackage what) {
        return bench.gateway().handOver(bench.tenant, bench.destination(bureau.settings()), what);
    }

    private Optional<Acknowledgement> acknowledgement(RunPackage what) {
        return bench.gateway()
                .acknowledgement(bench.tenant, bench.destination(bureau.settings()), what.name());
    }

    private Acknowledgement awaitAcknowledgement(RunPackage what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Optional<Acknowledgement> said = acknowledgement(what);
        while (said.isEmpty()) {
            assertThat(System.nanoTime()).as("the bureau stays silent").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
            said = acknowledgement(what);
        }
        return said.get();
    }

    private void awaitEmptyInbox() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Stream<Path> files = Files.list(folder.resolve("bureau/files/inbox"))) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
            assertThat(System.nanoTime()).as("the inbox is not emptied").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
