package io.cardloom.production.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.HandedLists;
import io.cardloom.production.intake.Intake;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.production.vault.AccountVault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Kills the process that moves the runs by {@code kill -9}, while for each moment of each step
 * there is one run that is just there, and amid a list that it takes in; starts it again, and
 * counts what was physically made outside. The parent is the outside world: the database server,
 * the bureau, the device's journal and the operator.
 */
@SpringBootTest
@Import(RunStageBeans.class)
@RunTest
@TestPropertySource(properties = "cardloom.database.schema=crashes")
class CrashTest {

    private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
    private static final int CARDS = 3;
    private static final int STOCK = 6;
    private static final int KILLED = 128 + 9;

    @Autowired RunStage stage;
    @Autowired ProductionRuns runs;
    @Autowired HandedLists lists;
    @Autowired Intake intake;
    @Autowired ListForms forms;
    @Autowired AccountVault vault;
    @Autowired HikariDataSource database;

    World world;
    Path log;
    @Nullable CardOrderId list;
    final Map<RunId, String> killedAt = new LinkedHashMap<>();

    @BeforeEach
    void aWorld() throws IOException {
        world = stage.world();
        log = Files.createTempFile(stage.made("logs"), "steps", ".log");
    }

    @Test
    void neverMakesACardTwiceNorLosesOneWhereverItIsKilled() throws Exception {
        List<String> moments = discovered();
        assertThat(moments)
                .extracting(m -> m.substring(0, m.indexOf(' ')))
                .contains("prepare", "hand-over", "acknowledge", "personalize", "reconcile");
        LOG.info("Killing at {} moments", moments.size());

        List<String> reconciliations = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String moment : moments) {
            RunId run = toBeKilled(moment);
            killedAt.put(run, moment);
            places.add(run + " " + moment);
            if (moment.startsWith("reconcile")) {
                reconciliations.add(reconciliation(run, STOCK - CARDS));
            }
        }
        byte[] people = TestAccounts.csv(3_200);
        CardOrderId order = handedIn(people);
        list = order;
        assertThat(child(places, reconciliations)).isEqualTo(KILLED);
        assertThat(intake.progress(world.approver(), order).orElseThrow().rows()).isEqualTo(2_000);
        for (int i = 0; i < 6 && !open().isEmpty(); i++) {
            assertThat(child(List.of(), List.of())).isZero();
            operate();
        }
        assertThat(open()).as("runs that never came to rest").isEmpty();
        tookInEachPersonOnce(order, people);

        Map<RunId, Long> packages =
                stage.journal(world.bureauFolder()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        l -> new RunId(l.substring(0, l.indexOf('-'))),
                                        Collectors.counting()));
        for (RunId run : killedAt.keySet()) {
            reconciled(run, packages);
        }
    }

    private CardOrderId handedIn(byte[] people) {
        ListForm standard = ListForm.STANDARD;
        forms.save(
                world.administrator(),
                world.program(),
                0,
                new ListForm(
                        standard.file(),
                        standard.sources(),
                        Set.of(),
                        standard.expiry(),
                        false,
                        standard.badRows(),
                        true));
        CardOrderId order = CardOrderId.next(stage.clock());
        ListUpload upload = ListUpload.plain(new ByteArrayInputStream(people));
        lists.hand(world.approver(), world.program(), order, upload, () -> {});
        return order;
    }

    /** The list was taken in from its beginning by the process that came after. */
    private void tookInEachPersonOnce(CardOrderId order, byte[] people) {
        assertThat(intake.progress(world.approver(), order)).isEmpty();
        List<String> pans = TestAccounts.pans(people);
        List<Integer> numbers = IntStream.rangeClosed(1, pans.size()).boxed().toList();
        assertThat(vault.open(world.tenant(), order, numbers).values())
                .extracting(record -> record.pan().digits())
                .containsExactlyElementsOf(pans);
    }

    /**
     * A run to the bureau and one to the device that nobody disturbs tell which moments there are.
     */
    private List<String> discovered() throws Exception {
        RunId bureau = stage.released(world, world.toBureau(), CARDS, STOCK);
        RunId device = stage.released(world, world.toDevice(), CARDS, STOCK);
        killedAt.put(bureau, "nowhere");
        killedAt.put(device, "nowhere");
        assertThat(child(List.of(), List.of(reconciliation(device, STOCK - CARDS)))).isZero();
        Set<String> moments = new LinkedHashSet<>();
        for (String line : Files.readAllLines(log)) {
            String[] parts = line.split(" ", -1);
            moments.add(parts[2] + " " + parts[3]);
        }
        return new ArrayList<>(moments);
    }

    private RunId toBeKilled(String moment) {
        boolean atBureau = moment.startsWith("hand-over") || moment.startsWith("acknowledge");
        return stage.released(world, atBureau ? world.toBureau() : world.toDevice(), CARDS, STOCK);
    }

    private String reconciliation(RunId run, int left) {
        return world.operator().requirePerson() + " " + world.issuer() + " " + run + " " + left;
    }

    /** The operator looks at each plastic in doubt, decides, and lets the run go on. */
    private void operate() throws IOException {
        for (ProductionRun run : all()) {
            if (run.state() != RunState.ON_HOLD) {
                continue;
            }
            for (RunCard card : runs.cards(world.operator(), run.id(), 0, 100)) {
                if (card.state() == CardState.UNKNOWN) {
                    boolean made = made(run.id()).contains(card.number());
                    runs.resolve(
                            world.operator(),
                            run.id(),
                            card.number(),
                            made ? Resolution.PRODUCED : Resolution.DESTROYED,
                            made ? "it reads well" : "blank, cut in two");
                }
            }
            runs.resume(world.operator(), run.id());
        }
    }

    private void reconciled(RunId id, Map<RunId, Long> packages) throws IOException {
        String at = killedAt.get(id);
        ProductionRun run = runs.get(world.operator(), id);
        List<RunCard> cards = runs.cards(world.operator(), id, 0, 100);
        List<Integer> made = made(id);
        assertThat(made).as("made twice, killed at %s", at).doesNotHaveDuplicates();
        assertThat(cards.stream().filter(c -> c.state() == CardState.PRODUCED))
                .as("cardholders with a good card, killed at %s", at)
                .extracting(RunCard::rowNumber)
                .containsExactlyInAnyOrder(1, 2, 3);
        if (run.channel() == Channel.BUREAU) {
            assertThat(packages.get(id)).as("packages, killed at %s", at).isEqualTo(1);
        } else {
            assertThat(
                            cards.stream()
                                    .filter(c -> c.state() == CardState.PRODUCED)
                                    .map(RunCard::number)
                                    .toList())
                    .as("good cards are made ones, killed at %s", at)
                    .containsExactlyInAnyOrderElementsOf(made);
        }
        assertThat(run.unknown()).isZero();
        if (run.state() != RunState.RECONCILED) {
            int inTheHopper = STOCK - CARDS - run.destroyed();
            run = runs.reconcile(world.operator(), id, inTheHopper);
        }
        assertThat(run.stock())
                .as("the ledger, killed at %s", at)
                .isEqualTo(
                        run.good()
                                + run.spoiled()
                                + run.destroyed()
                                + java.util.Objects.requireNonNull(run.left()));
        assertThat(run.state()).isEqualTo(RunState.RECONCILED);
    }

    /** Numbers of this run that the device's own journal tells of. */
    private List<Integer> made(RunId run) throws IOException {
        return stage.journal(world.deviceFolder()).stream()
                .map(l -> l.split(" ", -1))
                .filter(l -> l[0].equals(run.value()))
                .map(l -> Integer.valueOf(l[1]))
                .toList();
    }

    private Collection<ProductionRun> all() {
        return killedAt.keySet().stream().map(r -> runs.get(world.operator(), r)).toList();
    }

    private Set<String> open() {
        return all().stream()
                .filter(r -> r.state() != RunState.PRODUCED && !r.state().closed())
                .map(r -> r.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Runs a child on all open runs; it ends by itself, or is killed at the places named. */
    private int child(List<String> places, List<String> reconciliations) throws Exception {
        List<String> order =
                open().stream()
                        .filter(r -> reconciliations.stream().noneMatch(c -> c.contains(r)))
                        .toList();
        Path output = stage.made("logs").resolve("child.log");
        ProcessBuilder builder =
                new ProcessBuilder(command(places, reconciliations, order))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("CARDLOOM_DATABASE_PASSWORD", database.getPassword());
        Process child = builder.start();
        try {
            for (int i = 0; i < 2400 && child.isAlive(); i++) {
                acknowledge();
                boolean ended = child.waitFor(100, TimeUnit.MILLISECONDS);
                LOG.trace("The child has ended: {}", ended);
            }
            assertThat(child.isAlive()).as(Files.readString(output)).isFalse();
        } finally {
            child.destroyForcibly();
        }
        int exit = child.exitValue();
        if (exit != 0 && exit != KILLED) {
            throw new AssertionError(Files.readString(output));
        }
        return exit;
    }

    private List<String> command(
            List<String> places, List<String> reconciliations, List<String> order) {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-Dcrash.tenant=" + world.tenant(),
                        "-Dcrash.log=" + log.toAbsolutePath(),
                        "-Dcrash.runs=" + String.join(",", order),
                        "-Dcrash.list=" + (list == null ? "" : list),
                        "-Dcrash.at=" + String.join(",", places),
                        "-Dcrash.reconcile=" + String.join(",", reconciliations),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        "--spring.main.lazy-initialization=true",
                        "--spring.main.web-application-type=none",
                        "--cardloom.data.folder=" + stage.folder.toAbsolutePath(),
                        "--cardloom.database.url=" + database.getJdbcUrl(),
                        "--cardloom.database.user=" + database.getUsername(),
                        "--cardloom.production.schedule.active=false",
                        "--cardloom.production.schedule.name=crash",
                        "--cardloom.production.run.lease=1s",
                        "--cardloom.production.run.first-retry=10ms",
                        "--cardloom.production.run.longest-retry=100ms",
                        "--cardloom.production.run.acknowledgement-poll=20ms")
                .toList();
    }

    /** The bureau makes what has arrived and says so; it does not know of crashes. */
    private void acknowledge() throws IOException {
        for (String line : stage.journal(world.bureauFolder())) {
            String[] parts = line.split(" ", -1);
            Path said = world.bureauFolder().resolve(parts[0] + ".ack");
            if (!Files.exists(said)) {
                int cards = Integer.parseInt(parts[1]);
                int stock = Integer.parseInt(parts[2]);
                Path part = Files.createTempFile(world.bureauFolder(), "ack", ".tmp");
                Files.writeString(
                        part, "good=" + cards + "\nspoiled=0\nleft=" + (stock - cards) + "\n");
                Files.move(part, said);
            }
        }
    }
}
