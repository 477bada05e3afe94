package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the whole application by {@code kill -9} at every moment of a run's life, some of the times
 * its database server with it, starts it again on what is left, and compares what Cardloom says in
 * the end with what the bureau and the encoder physically did.
 *
 * <p>It starts the application ten times over and has therefore a command of its own: {@code
 * ./cardloom kill}.
 */
@EnabledIfSystemProperty(named = "cardloom.kill", matches = "true")
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final Path FOLDER = Path.of("target", "kill-data").toAbsolutePath();
    private static final Path LOGS = Path.of("target", "kill-logs").toAbsolutePath();

    private final Set<String> killedAt = new LinkedHashSet<>();
    private final List<Path> witnesses = new ArrayList<>();
    private @Nullable KilledPortal portal;
    private @Nullable Wire wire;
    private final AtomicLong seeds = new AtomicLong(5_000);
    private KillRound.Traffic traffic = new KillRound.Traffic(0, 0, 0);
    private int starts;

    @AfterEach
    void nothingOutlivesTheTest() throws IOException {
        if (portal != null) {
            portal.close();
        }
        if (wire != null) {
            wire.close();
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void neverMakesACardTwiceNorLosesOneWhereverTheApplicationIsKilled() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.deleteRecursively(LOGS);
        Files.createDirectories(LOGS);
        wire = new Wire(() -> Integer.parseInt(Files.readString(FOLDER.resolve("bureau/port"))));
        KilledPortal first = up();
        String fingerprint = first.ask("wire " + wire.port()).isEmpty() ? "" : fingerprint(first);
        KillPlan plan = KillPlan.of(undisturbed("bureau"), undisturbed("encoder"));
        LOG.info("{}", plan);
        boolean power = false;
        for (KillPlan.Round round : plan.rounds()) {
            round(round, power);
            power = !power;
            if (round.equals(plan.rounds().getLast())) {
                killWhileItRecovers();
            }
            up().ask("operate");
        }
        KilledPortal last = now();
        assertThat(fingerprint(last)).isEqualTo(fingerprint);
        Path facts = Path.of(last.ask("facts " + FOLDER.resolve("facts.txt")));
        Path export = Path.of(last.ask("export " + FOLDER.resolve("audit.jsonl")));
        ProcessHandle server = last.server();
        assertThat(last.stop()).as("an orderly stop").isEqualTo(128 + 15);
        server.onExit().get(60, TimeUnit.SECONDS);

        KillJournals journals = new KillJournals(FOLDER, KillFacts.read(facts));
        journals.everyCardholderHasOneCard();
        journals.theBureauGotEachPackageOnce();
        journals.theEncoderWroteEachCardOnce();
        journals.everyRunIsCounted();
        journals.accountDataAreGone();
        journals.theTrailIsWhole(export, fingerprint, witnesses);
        LOG.info("Killed {} times at {} moments: {}", starts - 1, killedAt.size(), killedAt);
    }

    private static String fingerprint(KilledPortal portal) throws InterruptedException {
        return portal.notice(n -> n.startsWith("ready ")).substring("ready ".length());
    }

    /** Starts the application on the folder and waits until it serves. */
    private KilledPortal up() throws Exception {
        long began = System.nanoTime();
        KilledPortal started = KilledPortal.start(FOLDER, LOGS.resolve(++starts + ".log"));
        portal = started;
        started.notice(n -> n.startsWith("ready "));
        LOG.info("Start {} took {} ms", starts, (System.nanoTime() - began) / 1_000_000);
        return started;
    }

    private KilledPortal now() {
        return Objects.requireNonNull(portal);
    }

    /** The moments of a run that nobody disturbs, in their order. */
    private Set<String> undisturbed(String channel) throws Exception {
        int from = through().connections().size();
        String order = now().ask("order undisturbed 3 " + seeds.incrementAndGet());
        String run = now().ask("schedule " + order + " " + channel);
        now().ask("release " + run);
        now().ask("finish " + run);
        Set<String> moments = new LinkedHashSet<>();
        for (String notice : now().notices("moment " + run + " ")) {
            moments.add(notice.split(" ", 4)[3]);
        }
        if (channel.equals("bureau")) {
            List<Wire.Connection> all = through().connections();
            traffic = KillRound.Traffic.of(all.subList(from, all.size()));
            LOG.info("{}", traffic);
        }
        return moments;
    }

    private void round(KillPlan.Round round, boolean power) throws Exception {
        long began = System.nanoTime();
        witness();
        new KillRound(now(), through(), FOLDER, seeds, traffic).live(round);
        kill(power);
        killedAt.addAll(round.parked());
        killedAt.addAll(round.atEncoder());
        Stream.of(round.onTheLine(), round.last()).filter(Objects::nonNull).forEach(killedAt::add);
        LOG.info(
                "Killed{} after {} ms, at {}",
                power ? " with its database" : "",
                (System.nanoTime() - began) / 1_000_000,
                round);
    }

    private Wire through() {
        return Objects.requireNonNull(wire);
    }

    private void witness() throws Exception {
        Path file = FOLDER.resolve("witness-" + starts + ".json");
        witnesses.add(Path.of(now().ask("witness " + file)));
    }

    private void kill(boolean power) throws Exception {
        ProcessHandle server = now().server();
        assertThat(now().kill(power)).isEqualTo(KilledPortal.KILLED);
        if (power) {
            server.onExit().get(10, TimeUnit.SECONDS);
        } else {
            assertThat(server.isAlive()).as("the server outlives the application").isTrue();
        }
    }

    /** Once more, as soon as the first run is taken up again, before the application serves. */
    private void killWhileItRecovers() throws Exception {
        portal = KilledPortal.start(FOLDER, LOGS.resolve(++starts + ".log"));
        now().notice(n -> n.startsWith("moment "));
        kill(false);
    }
}
