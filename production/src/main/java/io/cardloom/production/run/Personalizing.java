package io.cardloom.production.run;

import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.output.CardJob;
import io.cardloom.production.output.CardOutcome;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.output.DeviceSession;
import io.cardloom.production.output.PersonalizationDevice;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The step in which a device makes one card after the other, each at most once. */
@Component
class Personalizing {

    static final String STEP = "personalize";

    private static final Logger LOG = LoggerFactory.getLogger(Personalizing.class);

    private final TenantWork work;
    private final RunBook book;
    private final RunRepository runs;
    private final CardRepository cards;
    private final StepJournal journal;
    private final RunData preparation;
    private final Destinations destinations;
    private final CardOutcomes outcomes;
    private final ReleaseSeal seal;
    private final RunSettings settings;

    Personalizing(
            TenantWork work,
            RunBook book,
            RunRepository runs,
            CardRepository cards,
            StepJournal journal,
            RunData preparation,
            Destinations destinations,
            CardOutcomes outcomes,
            ReleaseSeal seal,
            RunSettings settings) {
        this.work = work;
        this.book = book;
        this.runs = runs;
        this.cards = cards;
        this.journal = journal;
        this.preparation = preparation;
        this.destinations = destinations;
        this.outcomes = outcomes;
        this.seal = seal;
        this.settings = settings;
    }

    /** Makes cards until there are none, the run is held, or the device wants a pause. */
    void take(Lease lease) {
        if (finished(lease)) {
            return;
        }
        Optional<Destination> destination = destination(lease);
        if (destination.isEmpty()) {
            return;
        }
        Optional<PersonalizationDevice> device = destinations.device(destination.get());
        if (device.isEmpty()) {
            later(lease, "no driver called " + destination.get().driver() + " is installed here");
            return;
        }
        try (DeviceSession session = device.get().open(destination.get())) {
            while (card(lease, session)) {
                LOG.debug("Run {} goes on to the next card", lease.run());
            }
        } catch (IOException e) {
            later(lease, String.valueOf(e.getMessage()));
        }
        finished(lease);
    }

    /** The device, if the run still is what was released. */
    private Optional<Destination> destination(Lease lease) {
        return work.apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    if (row.state != RunState.PERSONALIZING) {
                        return Optional.<Destination>empty();
                    }
                    if (!seal.holds(row)) {
                        book.hold(RunBook.cardloom(lease.tenant()), row, SealBroken.SENTENCE);
                        return Optional.<Destination>empty();
                    }
                    return Optional.of(
                            destinations.get(lease.tenant(), new DestinationId(row.destinationId)));
                });
    }

    /** What is to be done next, read before anything is promised. */
    private record Next(int number, TrackData tracks) {}

    private boolean card(Lease lease, DeviceSession session) {
        Optional<Next> found = next(lease);
        if (found.isEmpty()) {
            return false;
        }
        Next next = found.get();
        CardJob job = new CardJob(lease.run(), next.number(), lease.fence(), next.tracks());
        boolean done =
                journal.take(
                        new StepJournal.Step(lease, next.number(), STEP),
                        row -> claimed(lease, row, next.number()),
                        (Supplier<CardOutcome>) () -> personalized(session, job),
                        (row, outcome) -> outcomes.note(row, next.number(), outcome));
        return done && mayGoOn(lease);
    }

    private Optional<Next> next(Lease lease) {
        Optional<CardRow> card =
                work.read(lease.tenant(), () -> cards.next(lease.tenant(), lease.run()));
        return card.map(
                c ->
                        new Next(
                                c.number,
                                preparation.tracks(lease.tenant(), lease.run(), c.preparedAs)));
    }

    private boolean claimed(Lease lease, RunRow row, int number) {
        if (row.state != RunState.PERSONALIZING) {
            return false;
        }
        CardRow card =
                cards.find(lease.tenant(), lease.run(), number)
                        .orElseThrow(() -> Refusal.notFound("card"));
        if (card.state != CardState.PLANNED) {
            return false;
        }
        if (row.plasticsLeft() < 1) {
            book.hold(
                    RunBook.cardloom(lease.tenant()),
                    row,
                    "No plastics are left for the cards that are still to be made.");
            return false;
        }
        row.departed = true;
        book.move(row, card, CardVerb.CLAIM);
        return true;
    }

    /** An exception leaves us without knowledge, and says so. */
    @SuppressWarnings("CatchingUnchecked") // whatever a driver throws leaves us without knowledge
    private static CardOutcome personalized(DeviceSession session, CardJob job) {
        try {
            return session.personalize(job);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The device failed at card {} of {}: {}",
                    job.number(),
                    job.run(),
                    e.getClass().getName());
            return new CardOutcome.Unknown("the driver failed, " + e.getClass().getSimpleName());
        }
    }

    private boolean mayGoOn(Lease lease) {
        return work.read(
                lease.tenant(),
                () ->
                        runs.find(lease.tenant(), lease.run())
                                .filter(r -> r.state == RunState.PERSONALIZING)
                                .filter(r -> r.nextTry == null)
                                .filter(r -> r.fence == lease.fence())
                                .isPresent());
    }

    /** Finishes a run whose every card has an end. */
    private boolean finished(Lease lease) {
        return work.apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    if (row.state != RunState.PERSONALIZING
                            || cards.next(lease.tenant(), lease.run()).isPresent()) {
                        return false;
                    }
                    if (row.inDoubt > 0) {
                        book.hold(
                                RunBook.cardloom(lease.tenant()),
                                row,
                                row.inDoubt + " cards are in doubt; resolve them and resume.");
                        return true;
                    }
                    book.move(row, RunVerb.FINISH);
                    book.record(
                            RunBook.cardloom(lease.tenant()), row, "run.personalized", counts(row));
                    return true;
                });
    }

    private void later(Lease lease, String reason) {
        work.<@Nullable Void>apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    row.tries++;
                    row.nextTry = book.now().plus(settings.wait(row.tries));
                    row.reason =
                            RunBook.shortened(
                                    "The device cannot be reached; trying again: " + reason);
                    book.changed(row);
                    return null;
                });
    }

    static Map<String, String> counts(RunRow row) {
        return Map.of(
                "good", Integer.toString(row.good),
                "spoiled", Integer.toString(row.spoiled),
                "destroyed", Integer.toString(row.destroyed),
                "stock", Integer.toString(row.stock));
    }
}
