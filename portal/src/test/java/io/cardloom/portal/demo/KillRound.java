package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings runs to the moments of one round, and leaves them there. */
final class KillRound {

    private static final Logger LOG = LoggerFactory.getLogger(KillRound.class);
    private static final int FEW = 3;
    private static final int MANY = 200;

    /**
     * How many bytes a run's connections carry when nobody disturbs them.
     *
     * @param uploaded away from Cardloom, with the package
     * @param asked towards Cardloom, when there is no acknowledgement yet
     * @param answered towards Cardloom, with the acknowledgement
     */
    record Traffic(long uploaded, long asked, long answered) {

        static Traffic of(List<Wire.Connection> seen) {
            long up = seen.stream().mapToLong(c -> c.up.get()).max().orElseThrow();
            long last = seen.getLast().down.get();
            long less = seen.stream().mapToLong(c -> c.down.get()).min().orElseThrow();
            return new Traffic(up, Math.min(less, last - 700), last);
        }

        long amidAnAnswer() {
            return (asked + answered) / 2;
        }
    }

    private final KilledPortal portal;
    private final Wire wire;
    private final Path folder;
    private final AtomicLong seeds;
    private final Traffic traffic;

    KillRound(KilledPortal portal, Wire wire, Path folder, AtomicLong seeds, Traffic traffic) {
        this.portal = portal;
        this.wire = wire;
        this.folder = folder;
        this.seeds = seeds;
        this.traffic = traffic;
    }

    /** Brings everything to its place, and returns when the moment of the kill has come. */
    void live(KillPlan.Round round) throws Exception {
        park(round.parked());
        stall(round.parked());
        for (String moment : round.atEncoder()) {
            arrive(moment, "encoder");
        }
        boolean raster = round.parked().contains(KillPlan.RASTER);
        String pages = raster ? arrive("prepare AFTER_INTENT", "bureau") : "";
        String line = onTheLine(round.onTheLine());
        last(round.last());
        if (raster) {
            portal.ask("go " + pages);
            Path file = KillJournals.prepared(folder, pages).resolve("print.pdf.locked");
            until(() -> Files.exists(file));
        }
        if (KillPlan.COMMAND.equals(round.onTheLine())) {
            portal.ask("go " + line);
            portal.notice(n -> n.equals("moment " + line + " 2 personalize AFTER_INTENT"));
            TimeUnit.MILLISECONDS.sleep(150);
        } else if (KillPlan.STRIPE.equals(round.onTheLine())) {
            int before = KillJournals.written(folder).size();
            portal.ask("go " + line);
            until(() -> KillJournals.written(folder).size() > before);
        }
    }

    private static void until(Callable<Boolean> seen) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!seen.call()) {
            assertThat(System.nanoTime()).as("seen outside in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private String arrive(String moment, String channel) throws Exception {
        int cards = moment.equals("prepare AFTER_INTENT") ? MANY : FEW;
        String run = portal.ask("schedule " + ordered("rest", cards) + " " + channel);
        startTo(moment, run);
        return portal.notice(n -> n.equals("arrived " + run + " " + moment)).split(" ", 3)[1];
    }

    private String ordered(String name, int cards) throws Exception {
        long seed = seeds.incrementAndGet();
        return portal.ask("order %s-%d %d %d".formatted(name, seed, cards, seed));
    }

    /** One run at each moment; all of them wait there. */
    private void park(List<String> moments) throws Exception {
        Map<String, CompletableFuture<String>> planned = new LinkedHashMap<>();
        for (String moment : moments) {
            if (moment.startsWith("planned ")) {
                planNext(moment);
            } else if (!KillPlan.OUTSIDE.contains(moment)) {
                String order = ordered("park", FEW);
                planned.put(moment, portal.send("schedule " + order + " bureau"));
            }
        }
        for (Map.Entry<String, CompletableFuture<String>> entry : planned.entrySet()) {
            startTo(entry.getKey(), portal.answer("a plan", entry.getValue()));
        }
        for (String moment : planned.keySet()) {
            portal.notice(n -> n.startsWith("arrived ") && n.endsWith(" " + moment));
        }
    }

    private void planNext(String moment) throws Exception {
        String order = ordered("plan", FEW);
        portal.ask("arm next " + moment);
        LOG.debug("{}", portal.send("schedule " + order + " bureau"));
        portal.notice(n -> n.startsWith("arrived ") && n.endsWith(" " + moment));
    }

    private void startTo(String moment, String run) throws Exception {
        portal.ask("arm " + run + " " + moment);
        CompletableFuture<String> released = portal.send("release " + run);
        LOG.debug("{} {}", run, released);
        if (moment.startsWith("reconcile") || moment.startsWith("PRODUCED-")) {
            portal.answer("a release", released);
            LOG.debug("{} {}", run, portal.send("finish " + run));
        }
    }

    /** What keeps locks comes when all others rest. */
    void last(@Nullable String moment) throws Exception {
        if (moment == null) {
            return;
        }
        if (moment.startsWith("planned ")) {
            planNext(moment);
            return;
        }
        String channel = moment.startsWith("PERSONALIZING-") ? "encoder" : "bureau";
        arrive(moment, channel);
    }

    /** A run holds the encoder; for what shows outside only, it waits before its second card. */
    private String onTheLine(@Nullable String moment) throws Exception {
        if (moment == null) {
            return "";
        }
        boolean inside = moment.startsWith("personalize ");
        return arrive(inside ? moment : "personalize BEFORE_INTENT", "encoder");
    }

    /** A connection that stands still. */
    private void stall(List<String> moments) throws Exception {
        long half = traffic.uploaded() / 2;
        long answer = traffic.amidAnAnswer();
        if (moments.contains(KillPlan.UPLOAD)) {
            release(wire.stall((up, down) -> up > half));
        }
        if (moments.contains(KillPlan.ANSWER)) {
            release(wire.stall((up, down) -> down > answer && up < half));
        }
    }

    private void release(CountDownLatch stalled) throws Exception {
        String run = portal.ask("schedule " + ordered("stall", FEW) + " bureau");
        portal.ask("release " + run);
        assertThat(stalled.await(60, TimeUnit.SECONDS)).as("the wire stands still").isTrue();
    }
}
