package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * How long a list of a million rows takes: handed in, opened, verified, checked, sealed and stored;
 * run by {@code ./cardloom bench production}, not by the tests, in a JVM with 512 MB of heap.
 */
@SpringBootTest
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class IntakeBench {

    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final double MIB = 1024 * 1024;

    @Autowired ListDesk desk;
    @Autowired TransportCertificates certificates;
    @Autowired TwoIssuers issuers;

    @TempDir static Path folder;

    private final List<Long> heaps = Collections.synchronizedList(new ArrayList<>());

    @Test
    void measuresAnIntake() throws IOException, InterruptedException {
        IssuerWorld world = issuers.a();
        OpensslIssuer bank = OpensslIssuer.in(folder, "Bench lists", 30);
        certificates.registerIssuerCertificate(world.custodian(), bank.certificatePem());
        Path sealed = sealed(world);
        watchHeap();
        long begun = System.nanoTime();
        IntakeReport report;
        long handedIn;
        CardOrderId order = CardOrderId.next(Clock.systemUTC());
        try (InputStream list = new BufferedInputStream(Files.newInputStream(sealed))) {
            desk.hand(world.approver(), world.program(), order, ListUpload.sealed(list));
            handedIn = System.nanoTime();
            report = desk.take(world.tenant(), order, RowRule.NONE);
        }
        long ended = System.nanoTime();
        assertThat(report.accepted()).isEqualTo(ROWS);
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        say(
                "intake of %,d rows: %.1f s (handed in within %.1f s), load of the machine"
                        + " %.1f on %d cores",
                ROWS,
                (ended - begun) / 1e9,
                (handedIn - begun) / 1e9,
                system.getSystemLoadAverage(),
                system.getAvailableProcessors());
        say(
                "heap after collections: least %.0f MB, most %.0f MB, by quarters %s, at most %.0f"
                        + " MB allowed",
                Collections.min(heaps) / MIB,
                Collections.max(heaps) / MIB,
                quarters(),
                Runtime.getRuntime().maxMemory() / MIB);
    }

    /** The most after a collection, in each quarter of the collections. */
    private String quarters() {
        List<String> most = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int from = heaps.size() * i / 4;
            int to = Math.max(from + 1, heaps.size() * (i + 1) / 4);
            most.add("%.0f".formatted(Collections.max(heaps.subList(from, to)) / MIB));
        }
        return String.join(", ", most);
    }

    private void watchHeap() {
        heaps.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                Map<String, MemoryUsage> after =
                                        GarbageCollectionNotificationInfo.from(
                                                        (CompositeData) notification.getUserData())
                                                .getGcInfo()
                                                .getMemoryUsageAfterGc();
                                heaps.add(
                                        after.entrySet().stream()
                                                .filter(e -> isHeap(e.getKey()))
                                                .mapToLong(e -> e.getValue().getUsed())
                                                .sum());
                            },
                            null,
                            null);
        }
    }

    private static boolean isHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(
                        p ->
                                p.getName().equals(pool)
                                        && p.getType() == java.lang.management.MemoryType.HEAP);
    }

    /** A list as a bank makes it: written by openssl from a pipe, for it does not fit elsewhere. */
    private Path sealed(IssuerWorld world) throws IOException, InterruptedException {
        Path intakePem = folder.resolve("to.pem");
        Files.writeString(
                intakePem,
                "-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(encoded(world))
                        + "\n-----END CERTIFICATE-----\n");
        Path sealed = folder.resolve("list.p7m");
        ProcessBuilder sign =
                new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-sign",
                        "-binary",
                        "-nodetach",
                        "-stream",
                        "-md",
                        "sha256",
                        "-signer",
                        folder.resolve("issuer.pem").toString(),
                        "-inkey",
                        folder.resolve("issuer.key").toString(),
                        "-outform",
                        "DER");
        ProcessBuilder encrypt =
                new ProcessBuilder(
                                "openssl",
                                "cms",
                                "-encrypt",
                                "-binary",
                                "-stream",
                                "-aes-256-cbc",
                                "-outform",
                                "DER",
                                intakePem.toString())
                        .redirectOutput(sealed.toFile());
        List<Process> pipe = ProcessBuilder.startPipeline(List.of(sign, encrypt));
        try (BufferedWriter rows =
                new BufferedWriter(pipe.getFirst().outputWriter(StandardCharsets.UTF_8))) {
            rows.write("pan,expiry,service_code,cardholder_name\r\n");
            for (int i = 0; i < ROWS; i++) {
                rows.write(Pan.withCheckDigit("999900%09d".formatted(i)).digits());
                rows.write(",4012,201,");
                rows.write(SampleNames.GIVEN[i % SampleNames.GIVEN.length]);
                rows.write(" Silva\r\n");
            }
        }
        for (Process process : pipe) {
            assertThat(process.waitFor()).isZero();
        }
        return sealed;
    }

    private byte[] encoded(IssuerWorld world) {
        try {
            return certificates.intakeCertificate(world.approver()).getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String form, Object... facts) {
        System.out.println("bench " + String.format(java.util.Locale.ROOT, form, facts));
    }
}
