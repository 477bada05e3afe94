package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.OpensslCountry;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestDocuments;
import io.cardloom.production.fixture.TestSigner;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * How long the data preparation of a run of identity documents takes, faces of 16 KiB, signed in
 * the software keystore by RSA-3072, against the signatures that openssl makes in that processor
 * time; run by {@code ./cardloom bench production}, not by the tests.
 */
@SpringBootTest
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DocumentBench {

    private static final int DOCUMENTS = Integer.getInteger("documents", 2_000);
    private static final int WARM = 100;
    private static final int FACE = 16 * 1024;

    @Autowired PreparationStage stage;
    @Autowired ProgramDocuments documents;
    @Autowired TwoIssuers issuers;

    @TempDir static Path folder;

    @Test
    void measuresARunOfDocuments() {
        IssuerWorld world = issuers.another("Bench Identity Office");
        OpensslIssuer office = stage.bank(world, folder);
        documents.setUp(world.custodian(), world.program(), setting(""));
        TestSigner.certify(documents, world.custodian(), OpensslCountry.in(folder));
        prepared(world, office, WARM);
        measured(world, office, "no key of their own");
        documents.setUp(world.custodian(), world.program(), setting("EC_P256"));
        prepared(world, office, WARM);
        measured(world, office, "a key of their own on P-256");
    }

    private void measured(IssuerWorld world, OpensslIssuer office, String what) {
        double limit = 1000 / opensslSignatures();
        Taken taken = prepared(world, office, DOCUMENTS);
        double each = taken.processor() / 1e6 / DOCUMENTS;
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "bench run of %,d documents, %s: %.1f s, %.2f ms of processor time a document, in"
                        + " which openssl makes %.1f signatures; load of the machine %.1f on %d"
                        + " cores%n",
                DOCUMENTS,
                what,
                taken.wall() / 1e9,
                each,
                each / limit,
                system.getSystemLoadAverage(),
                system.getAvailableProcessors());
    }

    /** Nanoseconds, and those of them in which this process had a processor. */
    private record Taken(long wall, long processor) {}

    private Taken prepared(IssuerWorld world, OpensslIssuer office, int count) {
        List<Map<String, String>> rows = TestDocuments.documents(count);
        Random random = new Random(count);
        for (Map<String, String> row : rows) {
            byte[] face = Base64.getDecoder().decode(TestDocuments.face(count));
            byte[] larger = new byte[FACE];
            random.nextBytes(larger);
            System.arraycopy(face, 0, larger, 0, face.length);
            row.put("face", Base64.getEncoder().encodeToString(larger));
        }
        CardOrderId order = stage.order(world, office, TestDocuments.list(rows));
        RunOrder run = PreparationStage.run(order, count);
        long begun = System.nanoTime();
        long before = processor();
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
        long spent = processor() - before;
        long ended = System.nanoTime();
        assertThat(prepared.cards()).isEqualTo(count);
        return new Taken(ended - begun, spent);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Signatures of RSA-3072 that openssl makes in a second on one core. */
    private static double opensslSignatures() {
        String told =
                new String(
                        OpensslIssuer.run(
                                new byte[0],
                                List.of("openssl", "speed", "-seconds", "3", "rsa3072")),
                        StandardCharsets.US_ASCII);
        String[] words =
                told.lines()
                        .filter(line -> line.startsWith("rsa"))
                        .findFirst()
                        .orElseThrow()
                        .trim()
                        .split("\\s+");
        return Arrays.stream(words)
                .filter(word -> word.endsWith("s"))
                .filter(word -> Character.isDigit(word.charAt(0)))
                .map(word -> 1 / Double.parseDouble(word.substring(0, word.length() - 1)))
                .findFirst()
                .orElseThrow();
    }

    private static DocumentSetting setting(String authentication) {
        return new DocumentSetting(
                "TD1",
                "V1_8",
                "SHA_256",
                true,
                "GENERIC",
                "AES_128",
                "NIST_P256",
                authentication,
                true,
                "");
    }
}
