package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.audit.VerifyAudit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what Cardloom says with what lies in the trays, on the disk and in the trail. */
final class KillJournals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final KillFacts facts;

    KillJournals(Path folder, KillFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /** The encoder's journal: a keyed hash of the stripe for every card it physically wrote. */
    static List<String> written(Path folder) throws IOException {
        Path journal = folder.resolve("encoder").resolve("written.txt");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    /** Where a run's sealed files lie, of whatever tenant. */
    static Path prepared(Path folder, String run) throws IOException {
        Path all = folder.resolve("prepared");
        if (Files.exists(all)) {
            try (Stream<Path> tenants = Files.list(all)) {
                return tenants.findFirst().orElse(all).resolve(run);
            }
        }
        return all.resolve(run);
    }

    void everyCardholderHasOneCard() {
        assertThat(facts.orders()).isNotEmpty();
        for (KillFacts.Order order : facts.orders()) {
            assertThat(order.state()).as(order.toString()).isEqualTo("COMPLETED");
            assertThat(facts.goodRows(order))
                    .as(order.toString())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, order.cards()).boxed().toList());
        }
    }

    /** The bureau makes what is in its book: one page a run, or it has made the cards twice. */
    void theBureauGotEachPackageOnce() throws IOException {
        List<JsonNode> book = new ArrayList<>();
        try (Stream<Path> pages = Files.list(folder.resolve("bureau").resolve("book"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".json")).toList()) {
                book.add(JSON.readTree(Files.readAllBytes(page)).get("shown"));
            }
        }
        for (KillFacts.Run run : facts.runs()) {
            List<JsonNode> of =
                    book.stream()
                            .filter(p -> p.get("name").asString().startsWith(run.id() + "-"))
                            .toList();
            if (run.channel().equals("BUREAU")) {
                assertThat(of).as("packages of %s", run).hasSize(1);
                JsonNode page = of.getFirst();
                assertThat(page.get("name").asString()).isEqualTo(run.packageName());
                assertThat(page.get("good").asInt()).isEqualTo(run.good());
                assertThat(page.get("left").asInt()).isEqualTo(run.left());
                assertThat(page.get("acknowledged").asBoolean()).isTrue();
            } else {
                assertThat(of).as("packages of %s", run).isEmpty();
            }
        }
        assertThat(listed("bureau/files/inbox")).isEmpty();
        assertThat(listed("bureau/rejected")).isEmpty();
    }

    void theEncoderWroteEachCardOnce() throws IOException {
        List<String> stripes = written(folder);
        assertThat(stripes).doesNotHaveDuplicates();
        assertThat(stripes)
                .hasSize(
                        facts.runs().stream()
                                .filter(r -> r.channel().equals("DEVICE"))
                                .mapToInt(KillFacts.Run::good)
                                .sum());
    }

    void everyRunIsCounted() {
        for (KillFacts.Run run : facts.runs()) {
            assertThat(run.state()).as(run.toString()).isEqualTo("RECONCILED");
            assertThat(run.stock())
                    .as(run.toString())
                    .isEqualTo(run.good() + run.spoiled() + run.destroyed() + run.left());
            assertThat(run.good()).as(run.toString()).isEqualTo(run.cards());
            assertThat(run.unknown()).as(run.toString()).isZero();
        }
    }

    /** No record, no key, no sealed file, and nothing in clear. */
    void accountDataAreGone() throws IOException {
        List<String> ids =
                new ArrayList<>(facts.orders().stream().map(KillFacts.Order::id).toList());
        ids.addAll(facts.runs().stream().map(KillFacts.Run::id).toList());
        assertThat(facts.sealed()).doesNotContainAnyElementsOf(ids);
        List<String> names;
        try (Stream<Path> all = Files.walk(folder)) {
            names =
                    all.filter(p -> !p.startsWith(folder.resolve("mariadb")))
                            .map(p -> folder.relativize(p).toString())
                            .toList();
        }
        assertThat(names)
                .as("keys and prepared files")
                .filteredOn(n -> n.startsWith("keys") || n.startsWith("prepared"))
                .noneMatch(n -> ids.stream().anyMatch(n::contains));
        assertThat(names)
                .as("sealed packages on their way")
                .filteredOn(n -> n.startsWith("bureau-spool"))
                .allMatch(n -> n.endsWith(".json") || Files.isDirectory(folder.resolve(n)));
    }

    private List<String> listed(String path) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(path))) {
            return all.map(Path::toString).toList();
        }
    }

    /** As an auditor does it, elsewhere, with the heads that were witnessed before each kill. */
    void theTrailIsWhole(Path export, String fingerprint, List<Path> witnesses) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                VerifyAudit.class.getName(),
                                export.toString(),
                                "--fingerprint",
                                fingerprint));
        for (Path witness : witnesses) {
            Collections.addAll(command, "--witness", witness.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process verifier = builder.start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(said).isEqualTo(VerifyAudit.WHOLE);
    }
}
