package io.cardloom.connectors.bureau.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.cardloom.connectors.bureau.Packages;
import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.HandOver;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bureau whose server is OpenSSH, as most are. */
@Timeout(180)
class SftpToOpenSshTest {

    @TempDir private Path folder;
    private GatewayBench bench;
    private OpenSshServer server;

    @BeforeEach
    void start() throws Exception {
        bench = new GatewayBench(folder.resolve("data"));
        bench.keys.registerRecipient(TestKeys.certificate(TestKeys.bureau(), "Bureau"));
        server =
                new OpenSshServer(
                        Files.createDirectories(folder.resolve("server")), bench.authorizedKey());
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
        server.close();
    }

    @Test
    void deliversOnceAndKnowsItAfterwards() throws Exception {
        Destination to = bench.destination(server.settings());
        RunPackage what = Packages.of(3, 3, 500_000);
        HandOver first = bench.gateway().handOver(bench.tenant, to, what);
        assertThat(first).isInstanceOf(HandOver.Delivered.class);
        HandOver.Delivered delivered = (HandOver.Delivered) first;
        assertThat(inbox()).containsExactly(what.name() + ".p7m");
        byte[] there = Files.readAllBytes(server.files().resolve("inbox/" + what.name() + ".p7m"));
        assertThat(Packages.sha256(there)).isEqualTo(delivered.sha256());
        assertThat(there).hasSize((int) delivered.bytes());
        assertThat(bench.gateway().handOver(bench.tenant, to, what))
                .isEqualTo(
                        new HandOver.AlreadyThere(
                                delivered.remoteName(), delivered.bytes(), delivered.sha256()));
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void refusesToSendWhatTheBureauCouldNotOpen() throws Exception {
        try (GatewayBench without = new GatewayBench(folder.resolve("without"))) {
            Destination to = without.destination(server.settings());
            RunPackage what = Packages.of(1, 1, 100);
            assertThat(without.gateway().handOver(without.tenant, to, what))
                    .asInstanceOf(type(HandOver.Rejected.class))
                    .extracting(HandOver.Rejected::reason, STRING)
                    .startsWith("No certificate of the bureau to encrypt packages to");
        }
        assertThat(inbox()).isEmpty();
    }

    /** No label of a name is longer than 63 letters (RFC 1035, 2.3.4), so no server is asked. */
    @Test
    void refusesADestinationWhoseHostNobodyKnows() {
        Destination to = bench.destination(server.settings(), "host", "h".repeat(64) + ".example");
        refused("DESTINATION_HOST_UNKNOWN", () -> bench.connection().judge(to));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void neverReplacesAnotherFileOfThatName() throws Exception {
        RunPackage what = Packages.of(3, 3, 1000);
        Path theirs = server.files().resolve("inbox/" + what.name() + ".p7m");
        Files.writeString(theirs, "somebody else's");
        HandOver answer =
                bench.gateway().handOver(bench.tenant, bench.destination(server.settings()), what);
        assertThat(answer).isInstanceOf(HandOver.Rejected.class);
        assertThat(theirs).hasContent("somebody else's");
    }

    @Test
    void throwsAwayATemporaryFileThatIsNotOurs() throws Exception {
        RunPackage what = Packages.of(3, 3, 100_000);
        Path temporary = server.files().resolve("inbox/" + what.name() + ".p7m.tmp");
        Files.write(temporary, new byte[50_000]);
        assertThat(
                        bench.gateway()
                                .handOver(bench.tenant, bench.destination(server.settings()), what))
                .isInstanceOf(HandOver.Delivered.class);
        assertThat(inbox()).containsExactly(what.name() + ".p7m");
    }

    @Test
    void saysNothingToAServerWithAnotherHostKey() throws Exception {
        Destination to =
                bench.destination(server.settings(), "hostKey", "SHA256:" + "A".repeat(43));
        HandOver answer = bench.gateway().handOver(bench.tenant, to, Packages.of(3, 3, 1000));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        HandOver.Unreachable.class,
                        u -> assertThat(u.reason()).contains("not the bureau's registered one"));
        assertThat(inbox()).isEmpty();
        assertThat(server.log()).doesNotContain("Accepted publickey");
        assertThat(bench.connection().check(bench.tenant, to).sentence())
                .contains("not the bureau's registered one");
    }

    @Test
    void saysSoWhenTheServerDoesNotKnowItsKey() throws Exception {
        Destination to = bench.destination(server.settings(), "clientKey", "another");
        assertThat(bench.gateway().handOver(bench.tenant, to, Packages.of(3, 3, 1000)))
                .isInstanceOfSatisfying(
                        HandOver.Unreachable.class,
                        u -> assertThat(u.reason()).contains("does not let Cardloom sign in"));
    }

    @Test
    void isRejectedWhereItMayNotStore() throws Exception {
        Destination to = bench.destination(server.settings(), "inbox", "nowhere");
        assertThat(bench.gateway().handOver(bench.tenant, to, Packages.of(3, 3, 1000)))
                .isInstanceOf(HandOver.Rejected.class);
    }

    @Test
    void goesOnAfterTheSessionWasKilledAmidTheUpload() throws Exception {
        Destination to = bench.destination(server.settings());
        RunPackage what = Packages.of(3, 3, 40_000_000);
        Path temporary = server.files().resolve("inbox/" + what.name() + ".p7m.tmp");
        CompletableFuture<HandOver> answer =
                CompletableFuture.supplyAsync(
                        () -> bench.gateway().handOver(bench.tenant, to, what));
        while (!Files.exists(temporary) || Files.size(temporary) < 1_000_000) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(server.killSessions()).isPositive();
        assertThat(answer.get(100, TimeUnit.SECONDS)).isInstanceOf(HandOver.Delivered.class);
        assertThat(inbox()).containsExactly(what.name() + ".p7m");
        assertThat(
                        Packages.sha256(
                                Files.readAllBytes(
                                        server.files().resolve("inbox/" + what.name() + ".p7m"))))
                .isEqualTo(((HandOver.Delivered) answer.join()).sha256());
    }

    @Test
    void leavesOneWholePackageWhereverTheWireIsCut() throws Exception {
        Random random = new Random(42);
        try (CuttingProxy wire = new CuttingProxy(server.port())) {
            Destination to =
                    bench.destination(server.settings(), "port", Integer.toString(wire.port()));
            HandOver uncut = bench.gateway().handOver(bench.tenant, to, Packages.of(3, 3, 300_000));
            assertThat(uncut).isInstanceOf(HandOver.Delivered.class);
            long sent = wire.sent();
            long received = wire.received();
            for (int i = 0; i < 24; i++) {
                if (i % 2 == 0) {
                    wire.cutAfterSending(random.nextLong(sent));
                } else {
                    wire.cutAfterReceiving(random.nextLong(received));
                }
                clear();
                RunPackage what = Packages.of(3, 3, 300_000);
                HandOver answer = bench.gateway().handOver(bench.tenant, to, what);
                assertThat(answer).isInstanceOf(HandOver.Delivered.class);
                assertThat(inbox()).containsExactly(what.name() + ".p7m");
                assertThat(
                                Packages.sha256(
                                        Files.readAllBytes(
                                                server.files()
                                                        .resolve("inbox/" + what.name() + ".p7m"))))
                        .isEqualTo(((HandOver.Delivered) answer).sha256());
            }
        }
    }

    @Test
    void givesUpOnAServerThatFallsSilent() throws Exception {
        try (CuttingProxy wire = new CuttingProxy(server.port())) {
            Destination to =
                    bench.destination(
                            server.settings(),
                            "port",
                            Integer.toString(wire.port()),
                            "patienceSeconds",
                            "2");
            RunPackage what = Packages.of(3, 3, 30_000_000);
            Path temporary = server.files().resolve("inbox/" + what.name() + ".p7m.tmp");
            CompletableFuture<HandOver> answer =
                    CompletableFuture.supplyAsync(
                            () -> bench.gateway().handOver(bench.tenant, to, what));
            while (!Files.exists(temporary) || Files.size(temporary) < 1_000_000) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            wire.stall(true);
            assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(HandOver.Unreachable.class);
            wire.stall(false);
            assertThat(bench.gateway().handOver(bench.tenant, to, what))
                    .isInstanceOf(HandOver.Delivered.class);
        }
    }

    private List<String> inbox() throws Exception {
        try (Stream<Path> files = Files.list(server.files().resolve("inbox"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void clear() throws Exception {
        for (String name : inbox()) {
            Files.delete(server.files().resolve("inbox").resolve(name));
        }
    }
}
