package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Kills the process that fills a pool and takes from it, amid both, and counts what is left. */
@SpringBootTest
class IccPoolCrashTest {

    private static final int BITS = 768;
    private static final int KILLS = 3;
    private static final int TAKEN = 25;
    private static final int KILLED = 128 + 9;

    @Autowired TwoIssuers issuers;
    @Autowired IccKeys keys;
    @Autowired ChipKeystore keystore;
    @Autowired HikariDataSource database;

    @Value("${cardloom.data.folder}")
    Path folder;

    private final Map<String, String> told = new LinkedHashMap<>();
    private int card = 1;

    @Test
    void neverGivesAKeyTwiceNorKeepsHalfOfOneWhereverItIsKilled() throws Exception {
        IssuerWorld world = issuers.another("Crashed Pool Bank");
        // The keystore's own keys are made before, so that the children share them.
        assertThat(keys.fill(world.tenant(), BITS, 1)).isEqualTo(1);
        for (int i = 0; i < KILLS; i++) {
            killedAmid(world);
        }
        Map<String, String> kept = kept(world);
        assertThat(told).hasSizeGreaterThanOrEqualTo(KILLS * TAKEN);
        assertThat(kept)
                .as("what was told to be taken is taken, by that card")
                .containsAllEntriesOf(told);
        assertThat(kept.size() - told.size())
                .as("committed, and killed before it was told")
                .isBetween(0, KILLS);
        everyKeyThatIsLeftOpens(world);
    }

    /** Reads what the child takes, and kills it at an arbitrary moment after so many cards. */
    private void killedAmid(IssuerWorld world) throws Exception {
        Process child = child(world);
        int before = told.size();
        StringBuilder other = new StringBuilder();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (!tells(line)) {
                    other.append(line).append('\n');
                }
                if (told.size() - before == TAKEN && child.isAlive()) {
                    kill(child);
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(other.toString()).isEqualTo(KILLED);
        assertThat(told.size() - before).as(other.toString()).isGreaterThanOrEqualTo(TAKEN);
    }

    /** By its handle, so that what it said before is still read. */
    private static void kill(Process child) {
        assertThat(child.toHandle().destroyForcibly()).isTrue();
    }

    private boolean tells(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("took") && words.length == 3) {
            assertThat(told.put(words[1], words[2])).as("a second key for " + words[1]).isNull();
            card++;
            return true;
        }
        if (words[0].equals("had") && words.length == 2) {
            card++;
            return true;
        }
        return false;
    }

    private Process child(IssuerWorld world) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.of(
                                                Path.of(
                                                                System.getProperty("java.home"),
                                                                "bin",
                                                                "java")
                                                        .toString(),
                                                "-Xmx300m",
                                                "-XX:TieredStopAtLevel=1",
                                                "-XX:+UseSerialGC",
                                                "-Dpool.tenant=" + world.tenant(),
                                                "-Dpool.bits=" + BITS,
                                                "-Dpool.card=" + card,
                                                "-cp",
                                                System.getProperty("java.class.path"),
                                                IccPoolChild.class.getName(),
                                                "--spring.main.lazy-initialization=true",
                                                "--spring.main.web-application-type=none",
                                                "--cardloom.data.folder=" + folder.toAbsolutePath(),
                                                "--cardloom.database.url=" + database.getJdbcUrl(),
                                                "--cardloom.database.user="
                                                        + database.getUsername(),
                                                "--cardloom.production.schedule.active=false")
                                        .toList())
                        .redirectErrorStream(true);
        builder.environment().put("CARDLOOM_DATABASE_PASSWORD", database.getPassword());
        return builder.start();
    }

    /** Keys by the card that has them; nothing of a private half may be left beside a card. */
    private Map<String, String> kept(IssuerWorld world) throws SQLException {
        Map<String, String> kept = new HashMap<>();
        List<String> halves = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement asking =
                        connection.prepareStatement(
                                "SELECT id, card, sealed, taken_at FROM icc_key WHERE tenant_id"
                                        + " = ?")) {
            asking.setString(1, world.tenant().value());
            try (ResultSet rows = asking.executeQuery()) {
                while (rows.next()) {
                    String card = rows.getString("card");
                    boolean sealed = rows.getBytes("sealed") != null;
                    if (sealed != (card == null)
                            || sealed != (rows.getTimestamp("taken_at") == null)) {
                        halves.add(rows.getString("id"));
                    }
                    if (card != null) {
                        assertThat(kept.put(card, rows.getString("id"))).as(card).isNull();
                    }
                }
            }
        }
        assertThat(halves).as("half taken").isEmpty();
        return kept;
    }

    private void everyKeyThatIsLeftOpens(IssuerWorld world) {
        int ready = keys.ready(world.tenant(), BITS);
        List<String> cards = IntStream.range(0, ready).mapToObj(i -> "pool-left/" + i).toList();
        ChipSecurity session = keystore.session(world.tenant());
        assertThat(keys.take(world.tenant(), BITS, cards))
                .hasSize(ready)
                .allSatisfy(
                        key ->
                                assertThatCode(() -> session.iccPrivateKey(key.key(), key.place()))
                                        .doesNotThrowAnyException());
    }
}
