package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cardloom.production.intake.SampleCardholders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as two processes on one database: one serves pages and has no key, the other has
 * the keys and serves none. The second one is killed amid a list, and started again.
 */
@Tag("own-process")
@SuppressWarnings("NullAway.Init")
class TwoRolesIT {

    private static final Path FOLDER = Path.of("target", "roles-data").toAbsolutePath();
    private static final int MANY = 15_000;
    private static final int FEW = 6;

    /** Lines of the large list whose names are too long for a card. */
    private static final Set<Integer> WRONG = Set.of(2, 1_001, 7_500, 15_001);

    private static ConfigurableApplicationContext server;
    private static HikariDataSource database;
    private static final List<KilledPortal> STARTED = new ArrayList<>();

    /** The database alone, as it would stand between the two. */
    @BeforeAll
    static void startTheDatabase() throws Exception {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(FOLDER);
        server =
                new SpringApplicationBuilder(
                                Class.forName("io.cardloom.tenancy.database.DatabaseConfiguration"))
                        .web(WebApplicationType.NONE)
                        .run("--cardloom.data.folder=" + FOLDER.resolve("server"));
        database = server.getBean(HikariDataSource.class);
    }

    @AfterAll
    static void stopAll() {
        STARTED.forEach(KilledPortal::close);
        server.close();
    }

    @Test
    void takesListsInWhereTheKeysAreAndLosesNoneWhenTheWorkerIsKilled() throws Exception {
        KilledPortal worker = process("worker", "bench,roles");
        KilledPortal web = process("web", "roles");
        worker.notice(n -> n.startsWith("ready "));
        String digest = worker.ask("found");
        String webPort = web.notice(n -> n.startsWith("ready ")).split(" ", 2)[1];
        String workerPort = worker.notice(n -> n.startsWith("ready ")).split(" ", 2)[1];
        servesPagesInOneAndHealthInBoth(webPort, workerPort);

        byte[] many = withLongNames(list(MANY, 71));
        Path file = Files.write(FOLDER.resolve("many.csv"), many);
        String large = ask(web, "plain " + digest + " " + file, id -> id.startsWith("ord_"));
        Files.delete(file);
        until(() -> rows(web, large) > 2_000);
        assertThat(worker.kill(false)).isEqualTo(KilledPortal.KILLED);
        assertThat(web.ask("order " + large)).startsWith("RECEIVING ");
        opensNothing(web, large);
        worker = process("worker", "bench,roles");

        byte[] few = list(FEW, 72);
        goesThroughARun(web, worker, digest, few);

        until(() -> web.ask("order " + large).startsWith("PLACED "));
        int good = MANY - WRONG.size();
        assertThat(web.ask("order " + large)).startsWith("PLACED " + good + " ");
        assertThat(wrongLines(web.ask("order " + large))).isEqualTo(WRONG);
        assertThat(worker.ask("accounts " + large + " " + good)).isEqualTo(accounts(many, WRONG));
        opensNothing(web, large);
        keepsNoKeyWhereThePagesAre();
        leavesNoAccountInClear(web, worker, many, few);
    }

    private void goesThroughARun(KilledPortal web, KilledPortal worker, String digest, byte[] few)
            throws Exception {
        worker.notice(n -> n.startsWith("ready "));
        Path file = Files.write(FOLDER.resolve("few.csv"), few);
        String order = ask(web, "sealed " + digest + " " + file, id -> id.startsWith("ord_"));
        Files.delete(file);
        until(() -> web.ask("order " + order).startsWith("PLACED "));
        web.ask("plan " + order);
        String run = ask(web, "runs " + order, runs -> runs.endsWith("=PLANNED")).split("=", 2)[0];
        assertThat(web.ask("release " + run)).isEqualTo("RELEASED");
        ask(web, "runs " + order, runs -> runs.endsWith("=PRODUCED"));
        assertThat(web.ask("count " + run)).isEqualTo("RECONCILED");
        assertThat(ask(web, "purged " + run, purged -> !purged.startsWith("null")))
                .matches(FEW + " [0-9A-F]{6}");
        assertThat(worker.ask("keys " + order)).contains("drivers=1 vault=ACCOUNT_DATA_PURGED");
    }

    private static void opensNothing(KilledPortal web, String order) throws Exception {
        assertThat(web.ask("keys " + order))
                .startsWith("drivers=0 ")
                .contains("intake=KEYS_ELSEWHERE", "place=KEYS_ELSEWHERE")
                .containsPattern("vault=(KEYS_ELSEWHERE|NOT_FOUND)");
    }

    private static void keepsNoKeyWhereThePagesAre() throws IOException {
        assertThat(FOLDER.resolve("web").resolve("keys")).doesNotExist();
        try (Stream<Path> keys = Files.walk(FOLDER.resolve("worker").resolve("keys"))) {
            assertThat(keys).anyMatch(f -> f.toString().endsWith(".key"));
        }
    }

    /** Database, its own files, data folders, temporary folders, logs, and what is in memory. */
    private static void leavesNoAccountInClear(
            KilledPortal web, KilledPortal worker, byte[] many, byte[] few) throws Exception {
        Canaries canaries = new Canaries(List.of(many, few), List.of(few));
        assertThat(canaries.in(new ByteArrayInputStream(few)))
                .as("the search finds what is there")
                .containsEntry("text", FEW)
                .containsKey("name");
        web.heap(FOLDER.resolve("web.hprof"));
        worker.heap(FOLDER.resolve("worker.hprof"));
        assertThat(canaries.in(database)).as("database").isEmpty();
        assertThat(canaries.below(FOLDER)).as("files and heaps").isEmpty();
        Files.delete(FOLDER.resolve("web.hprof"));
        Files.delete(FOLDER.resolve("worker.hprof"));
    }

    private static void servesPagesInOneAndHealthInBoth(String web, String worker)
            throws Exception {
        assertThat(status(web, "/actuator/health")).isEqualTo(200);
        assertThat(status(worker, "/actuator/health")).isEqualTo(200);
        assertThat(status(web, "/")).isIn(200, 302);
        for (String path : List.of("/", "/sign-in", "/orders", "/api/v1/designs", "/error")) {
            assertThat(status(worker, path)).as(path).isEqualTo(404);
        }
    }

    private static int status(String port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int rows(KilledPortal web, String order) throws Exception {
        String rows = web.ask("progress " + order);
        assertThat(rows).as("the list is not done with before the kill").isNotEqualTo("none");
        return Integer.parseInt(rows);
    }

    /** Asks until the answer fits; a refusal is an answer that does not. */
    private static String ask(KilledPortal process, String command, Predicate<String> fits)
            throws Exception {
        String[] answer = {""};
        until(
                () -> {
                    try {
                        answer[0] = process.ask(command);
                    } catch (AssertionError refused) {
                        return false;
                    }
                    return fits.test(answer[0]);
                });
        return answer[0];
    }

    private static void until(Callable<Boolean> seen) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!seen.call()) {
            assertThat(System.nanoTime()).as("seen in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static byte[] list(int count, long seed) {
        return SampleCardholders.csv(count, seed, YearMonth.now(Clock.systemUTC()));
    }

    private static Stream<String> pans(byte[] list) {
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')));
    }

    private static byte[] withLongNames(byte[] list) {
        String[] lines = new String(list, StandardCharsets.UTF_8).split("\r\n", -1);
        for (int line : WRONG) {
            String[] row = lines[line - 1].split(",", 5);
            row[3] = "L".repeat(41);
            lines[line - 1] = String.join(",", row);
        }
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing else may be found wrong. */
    private static Set<Integer> wrongLines(String told) {
        Set<Integer> wrong = new HashSet<>();
        for (String finding : told.split(" ", -1)) {
            if (finding.contains(":")) {
                assertThat(finding).endsWith(":cardholder_name:NAME_TOO_LONG");
                wrong.add(Integer.parseInt(finding.substring(0, finding.indexOf(':'))));
            }
        }
        return wrong;
    }

    private static String accounts(byte[] list, Set<Integer> without) throws Exception {
        List<String> rows = pans(list).toList();
        TreeSet<String> all = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            // The header is the first line.
            if (!without.contains(i + 2)) {
                all.add(rows.get(i));
            }
        }
        return all.size() + " " + RoleStage.hash(all);
    }

    /** The web role is told of no keys; the worker has a folder of its own for them. */
    private static KilledPortal process(String role, String profiles) throws IOException {
        KilledPortal started =
                KilledPortal.run(
                        FOLDER.resolve(role),
                        FOLDER.resolve(role + "-" + STARTED.size() + ".log"),
                        1,
                        List.of(
                                "--spring.profiles.active=" + profiles,
                                "--cardloom.role=" + role,
                                "--cardloom.demo=" + role.equals("worker"),
                                "--cardloom.provider.embedded=" + role.equals("web"),
                                "--cardloom.provider.port=0",
                                "--server.port=0",
                                "--cardloom.bureau.port=0",
                                "--cardloom.audit.keys=" + FOLDER.resolve("audit"),
                                "--cardloom.database.url=" + database.getJdbcUrl(),
                                "--cardloom.database.user=" + database.getUsername(),
                                "--cardloom.database.password=" + database.getPassword(),
                                "--cardloom.chips.pool.active=false",
                                "--cardloom.production.schedule.poll=250ms",
                                "--cardloom.production.run.lease=5s",
                                "--cardloom.production.run.acknowledgement-poll=500ms"));
        STARTED.add(started);
        return started;
    }
}
