package io.cardloom.portal.demo;

import io.cardloom.connectors.simulator.EmbeddedBureau;
import io.cardloom.connectors.simulator.ReceivedPackage;
import io.cardloom.connectors.simulator.SimulatedEncoder;
import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.order.PlacedOrder;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.run.CardState;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.Resolution;
import io.cardloom.production.run.RunCard;
import io.cardloom.production.run.RunState;
import io.cardloom.tenancy.audit.AuditTrail;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the demo's people do in the process that is killed: order, release, and after a restart look
 * at what is physically there, decide, and count. They go through the doors, as the screens do.
 */
@Component
@Profile("kill")
class KillStage {

    /** Begins the names of this test's orders; the demo's own ones are left as they are. */
    static final String OURS = "Kill ";

    private static final String BUREAU = "Westgate by wire";
    private static final String ENCODER = "Desk encoder, print room";
    private static final int SPARE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Series series;
    private final KillCast cast;
    private final CardOrders orders;
    private final ProductionRuns runs;
    private final Destinations destinations;
    private final EmbeddedBureau bureau;
    private final SimulatedEncoder encoder;
    private final AuditTrail trail;
    private final Clock clock;

    KillStage(
            Series series,
            KillCast cast,
            CardOrders orders,
            ProductionRuns runs,
            Destinations destinations,
            EmbeddedBureau bureau,
            SimulatedEncoder encoder,
            AuditTrail trail,
            Clock clock) {
        this.series = series;
        this.cast = cast;
        this.orders = orders;
        this.runs = runs;
        this.destinations = destinations;
        this.bureau = bureau;
        this.encoder = encoder;
        this.trail = trail;
        this.clock = clock;
    }

    String fingerprint() {
        return trail.keyFingerprint();
    }

    /** The embedded bureau once more, reached by a wire that the parent can stall. */
    String wire(int port) {
        Destination direct = destination("Westgate Card Bureau");
        Map<String, String> settings = new HashMap<>(direct.settings());
        settings.put("port", Integer.toString(port));
        return destinations
                .configure(
                        cast.cast().administrator(),
                        new Destination(
                                DestinationId.next(clock),
                                BUREAU,
                                Channel.BUREAU,
                                direct.driver(),
                                direct.bureau(),
                                settings))
                .id()
                .value();
    }

    private Destination destination(String name) {
        return cast.destination(cast.cast().administrator(), name);
    }

    /** An order for the design that the demo had approved. */
    String order(String name, int cards, long seed) {
        Digest digest =
                orders.list(cast.cast().operator(), 0, 100).stream()
                        .filter(o -> o.name().equals("Summit, spring series"))
                        .findFirst()
                        .map(CardOrder::digest)
                        .orElseGet(() -> ours().getFirst().digest());
        PlacedOrder placed =
                series.order(cast.cast(), cast.desk(), digest, OURS + name, cards, seed);
        if (placed.report().accepted() != cards) {
            throw new IllegalStateException("rows refused: " + placed.report().errors());
        }
        return placed.order().id().value();
    }

    /** Has the order planned, now; the run is made by the scheduler. */
    String schedule(String order, String channel) {
        CardOrder wanted = orders.get(cast.cast().operator(), new CardOrderId(order));
        DestinationId to = destination(channel.equals("bureau") ? BUREAU : ENCODER).id();
        return series.plan(cast.cast(), wanted, to).id().value();
    }

    String release(String run) {
        ProductionRun planned = runs.get(cast.cast().operator(), new RunId(run));
        return runs.release(cast.cast().operator(), planned.id(), planned.cards() + SPARE)
                .state()
                .name();
    }

    /** Waits until the cards are made, and counts. */
    String finish(String run) {
        RunId id = new RunId(run);
        ProductionRun now = runs.get(cast.cast().operator(), id);
        Instant end = clock.instant().plus(PATIENCE);
        while (now.state() != RunState.PRODUCED) {
            pause(end, "the run is produced: " + now);
            now = runs.get(cast.cast().operator(), id);
        }
        return reconcile(now);
    }

    /** Brings every run to rest, as operators do after an interruption. */
    String operate() {
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            List<CardOrder> open =
                    ours().stream().filter(o -> o.state() != OrderState.COMPLETED).toList();
            if (open.isEmpty()) {
                return "rest";
            }
            for (CardOrder order : open) {
                runs.ofOrder(cast.cast().operator(), order.id()).forEach(this::attend);
            }
            pause(end, "these orders are completed: " + open + " " + allRuns());
        }
    }

    private void attend(ProductionRun run) {
        switch (run.state()) {
            case PLANNED ->
                    KillConsole.tell("released " + run.id() + " " + release(run.id().value()));
            case ON_HOLD -> resume(run);
            case PRODUCED -> KillConsole.tell("counted " + run.id() + " " + reconcile(run));
            default -> {}
        }
    }

    /** Looks into the tray: a card more than are known as good is the one in doubt. */
    private void resume(ProductionRun run) {
        KillConsole.tell("held " + run.id() + " " + run.reason());
        for (RunCard card : cards(run)) {
            if (card.state() != CardState.UNKNOWN) {
                continue;
            }
            int more = encoder.written().size() - goodOnTheEncoder();
            if (more != 0 && more != 1) {
                throw new IllegalStateException(more + " cards more in the tray than are known");
            }
            Resolution seen = more == 1 ? Resolution.PRODUCED : Resolution.DESTROYED;
            int doubts =
                    runs.resolve(cast.cast().operator(), run.id(), card.number(), seen, "looked")
                            .unknown();
            KillConsole.tell(
                    "resolved " + run.id() + " " + card.number() + " " + seen + ", left " + doubts);
        }
        KillConsole.tell(
                "resumed "
                        + run.id()
                        + " "
                        + runs.resume(cast.cast().operator(), run.id()).state());
    }

    private int goodOnTheEncoder() {
        return allRuns().stream()
                .filter(r -> r.channel() == Channel.DEVICE)
                .mapToInt(ProductionRun::good)
                .sum();
    }

    /** Counts the plastics that are physically left: not by what Cardloom says it made. */
    private String reconcile(ProductionRun run) {
        int left;
        if (run.channel() == Channel.BUREAU) {
            left =
                    bureau.received(cast.cast().operator()).stream()
                            .filter(p -> p.name().equals(run.packageName()))
                            .mapToInt(ReceivedPackage::left)
                            .sum();
        } else {
            int others = goodOnTheEncoder() - run.good();
            left = run.stock() - (encoder.written().size() - others) - run.destroyed();
        }
        return runs.reconcile(cast.cast().operator(), run.id(), left).state().name();
    }

    List<ProductionRun> allRuns() {
        List<ProductionRun> all = new ArrayList<>();
        List<ProductionRun> page;
        do {
            page = runs.list(cast.cast().operator(), all.size(), 100);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private List<CardOrder> ours() {
        List<CardOrder> all = new ArrayList<>();
        List<CardOrder> page;
        do {
            page = orders.list(cast.cast().operator(), all.size(), 100);
            all.addAll(page);
        } while (!page.isEmpty());
        return all.stream().filter(o -> o.name().startsWith(OURS)).toList();
    }

    private List<RunCard> cards(ProductionRun run) {
        List<RunCard> all = new ArrayList<>();
        List<RunCard> page;
        do {
            page = runs.cards(cast.cast().operator(), run.id(), all.size(), 100);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    /** What Cardloom knows of this test's orders, a line a thing. */
    String facts(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (CardOrder order : ours()) {
            lines.add("order %s %s %d".formatted(order.id(), order.state(), order.cards()));
            for (ProductionRun run : runs.ofOrder(cast.cast().operator(), order.id())) {
                lines.add(KillFacts.line(run));
                cards(run).forEach(card -> lines.add(KillFacts.line(run, card)));
            }
        }
        lines.addAll(cast.sealedRecords());
        return Files.write(file, lines).toString();
    }

    String export(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            trail.export(cast.cast().auditor(), out);
        }
        return file.toString();
    }

    String witness(Path file) throws IOException {
        return Files.writeString(file, trail.head(cast.cast().operator().tenant()).line())
                .toString();
    }

    private void pause(Instant end, String until) {
        if (clock.instant().isAfter(end)) {
            throw new IllegalStateException("Waited in vain until " + until);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
