package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.document.OpensslCountry;
import io.cardloom.production.fixture.DocumentsFile;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestDocuments;
import io.cardloom.production.fixture.TestSigner;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * Kills by {@code kill -9} the process that prepares runs of identity documents, while for each
 * moment there is one run that is just there; another process prepares them after it.
 */
@SpringBootTest
@TestPropertySource(
        properties = {
            "cardloom.database.schema=documentkills",
            "cardloom.production.schedule.active=false"
        })
class DocumentsKilledTest {

    private static final int DOCUMENTS = 12;
    private static final int KILLED = 128 + 9;
    private static final String COMMITTED = DocumentsKillChild.COMMITTED;

    /** A file and the byte of it before which the run stands, or the moment after its last. */
    private static final List<String> MOMENTS =
            List.of(
                    "documents.csv:0",
                    "documents.csv:20000",
                    "documents.csv:whole",
                    "print.pdf:1000",
                    "manifest.json:whole",
                    COMMITTED);

    @Autowired PreparationStage stage;
    @Autowired ProgramDocuments documents;
    @Autowired TwoIssuers issuers;
    @Autowired HikariDataSource database;

    @Value("${cardloom.data.folder}")
    Path data;

    @TempDir static Path folder;

    @Test
    void makesEachDocumentOnceWhereverItIsKilled() throws Exception {
        IssuerWorld world = issuers.another("Utopia Office of Crashes");
        OpensslIssuer office = stage.bank(world, folder);
        OpensslCountry country = OpensslCountry.in(folder);
        documents.setUp(world.custodian(), world.program(), setting());
        TestSigner.certify(documents, world.custodian(), country);
        Map<String, RunOrder> runs = new LinkedHashMap<>();
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (String moment : MOMENTS) {
            List<Map<String, String>> rows = TestDocuments.documents(DOCUMENTS);
            CardOrderId order = stage.order(world, office, TestDocuments.list(rows));
            runs.put(moment, PreparationStage.run(order, DOCUMENTS));
            numbers.put(moment, numbers(rows));
        }
        assertThat(child(world, runs)).isEqualTo(KILLED);
        Set<String> chips = new HashSet<>();
        for (String moment : MOMENTS) {
            RunOrder run = runs.get(moment);
            assertThat(run).isNotNull();
            Set<String> left = files(world, run.run());
            assertThat(left.isEmpty())
                    .as("what the killed process had begun, %s", moment)
                    .isFalse();
            byte[] before =
                    moment.equals(COMMITTED) ? sealed(world, run, "documents.csv") : new byte[0];
            PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
            assertThat(stage.preparation.prepare(world.tenant(), run)).isEqualTo(prepared);
            whole(world, run, prepared, moment);
            List<Map<String, String>> lines =
                    DocumentsFile.lines(
                            new String(text(world, run, "documents.csv"), StandardCharsets.UTF_8));
            assertThat(numbers(lines)).as(moment).isEqualTo(numbers.get(moment));
            for (Map<String, String> line : lines) {
                assertThat(chips.add(line.get("ef_dg15"))).as("one chip, %s", moment).isTrue();
                verified(country, line);
            }
            if (moment.equals(COMMITTED)) {
                assertThat(sealed(world, run, "documents.csv"))
                        .as("what was prepared is not made anew")
                        .isEqualTo(before);
            }
        }
        assertThat(chips).hasSize(MOMENTS.size() * DOCUMENTS);
    }

    /** The files that the row tells of, each by its hash, and no other beside them. */
    private void whole(IssuerWorld world, RunOrder run, PreparedRun prepared, String moment)
            throws Exception {
        assertThat(prepared.cards()).isEqualTo(DOCUMENTS);
        for (PreparedFile file : prepared.files()) {
            assertThat(
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256")
                                                    .digest(text(world, run, file.name()))))
                    .as("%s, %s", file.name(), moment)
                    .isEqualTo(file.sha256());
        }
        assertThat(files(world, run.run()))
                .as(moment)
                .isEqualTo(
                        prepared.files().stream()
                                .map(file -> PreparedFolder.storedName(file.name()))
                                .collect(Collectors.toSet()));
    }

    private static void verified(OpensslCountry country, Map<String, String> line) {
        String sod = line.get("ef_sod");
        assertThat(sod).isNotNull();
        byte[] cms = TlvReader.find(Base64.getDecoder().decode(sod), Tag.of("77")).orElseThrow();
        assertThat(country.verify(cms)).isNotEmpty();
    }

    private static List<String> numbers(List<Map<String, String>> rows) {
        return rows.stream().map(row -> String.valueOf(row.get("document_number"))).toList();
    }

    private byte[] text(IssuerWorld world, RunOrder run, String name) throws IOException {
        try (InputStream in = stage.preparation.open(world.tenant(), run.run(), name)) {
            return in.readAllBytes();
        }
    }

    private byte[] sealed(IssuerWorld world, RunOrder run, String name) throws IOException {
        return Files.readAllBytes(place(world, run.run()).resolve(PreparedFolder.storedName(name)));
    }

    private Set<String> files(IssuerWorld world, RunId run) throws IOException {
        if (!Files.exists(place(world, run))) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(place(world, run))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toSet());
        }
    }

    private Path place(IssuerWorld world, RunId run) {
        return data.resolve("prepared").resolve(world.tenant().value()).resolve(run.value());
    }

    private int child(IssuerWorld world, Map<String, RunOrder> runs) throws Exception {
        String told =
                runs.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + " "
                                                + e.getValue().run()
                                                + " "
                                                + e.getValue().order())
                        .collect(Collectors.joining(","));
        Path output = folder.resolve("child.log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx400m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.awt.headless=true",
                                "-Duser.timezone=UTC",
                                "-Dkill.tenant=" + world.tenant(),
                                "-Dkill.cards=" + DOCUMENTS,
                                "-Dkill.at=" + told,
                                "-cp",
                                System.getProperty("java.class.path"),
                                DocumentsKillChild.class.getName(),
                                "--spring.main.lazy-initialization=true",
                                "--spring.main.web-application-type=none",
                                "--cardloom.data.folder=" + data.toAbsolutePath(),
                                "--cardloom.database.url=" + database.getJdbcUrl(),
                                "--cardloom.database.user=" + database.getUsername(),
                                "--cardloom.production.schedule.active=false")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("CARDLOOM_DATABASE_PASSWORD", database.getPassword());
        Process child = builder.start();
        try {
            boolean ended = child.waitFor(240, TimeUnit.SECONDS);
            assertThat(ended).as(Files.readString(output)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        if (child.exitValue() != KILLED) {
            throw new AssertionError(Files.readString(output));
        }
        return child.exitValue();
    }

    private static DocumentSetting setting() {
        return new DocumentSetting(
                "TD1",
                "V1_8",
                "SHA_256",
                true,
                "GENERIC",
                "AES_128",
                "NIST_P256",
                "EC_P256",
                true,
                "");
    }
}
