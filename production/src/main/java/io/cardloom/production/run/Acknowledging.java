package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.BureauGateway;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.output.PackageName;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step in which a bureau's acknowledgement closes the cards. */
@Component
class Acknowledging {

    static final String STEP = "acknowledge";

    private final TenantWork work;
    private final RunBook book;
    private final RunRepository runs;
    private final CardRepository cards;
    private final StepJournal journal;
    private final Destinations destinations;
    private final RunSettings settings;

    Acknowledging(
            TenantWork work,
            RunBook book,
            RunRepository runs,
            CardRepository cards,
            StepJournal journal,
            Destinations destinations,
            RunSettings settings) {
        this.work = work;
        this.book = book;
        this.runs = runs;
        this.cards = cards;
        this.journal = journal;
        this.destinations = destinations;
        this.settings = settings;
    }

    void take(Lease lease) {
        Optional<Acknowledgement> said;
        try {
            said = asked(lease);
        } catch (Refusal e) {
            held(lease, "The bureau's acknowledgement is not accepted: " + e.sentence());
            return;
        }
        if (said.isEmpty()) {
            later(lease);
            return;
        }
        journal.take(
                new StepJournal.Step(lease, 0, STEP),
                row -> row.state == RunState.HANDED_OVER,
                (Supplier<Acknowledgement>) said::get,
                (row, answer) -> {
                    if (row.fence != lease.fence()) {
                        throw new LeaseLost();
                    }
                    return noted(row, answer);
                });
    }

    private Optional<Acknowledgement> asked(Lease lease) {
        RunRow row =
                work.read(
                        lease.tenant(),
                        () ->
                                runs.find(lease.tenant(), lease.run())
                                        .orElseThrow(() -> Refusal.notFound("run")));
        Destination from = destinations.get(lease.tenant(), new DestinationId(row.destinationId));
        @Nullable BureauGateway gateway = destinations.gateway(from).orElse(null);
        return gateway == null
                ? Optional.empty()
                : gateway.acknowledgement(lease.tenant(), from, new PackageName(row.packageName));
    }

    private void later(Lease lease) {
        work.<@Nullable Void>apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    row.nextTry = book.now().plus(settings.acknowledgementPoll());
                    return null;
                });
    }

    private void held(Lease lease, String reason) {
        work.<@Nullable Void>apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    if (row.state == RunState.HANDED_OVER) {
                        book.hold(RunBook.cardloom(lease.tenant()), row, reason);
                    }
                    return null;
                });
    }

    private String noted(RunRow row, Acknowledgement said) {
        if (row.state != RunState.HANDED_OVER) {
            return "held";
        }
        TenantId tenant = new TenantId(row.tenantId);
        List<CardRow> sent = cards.in(tenant, new RunId(row.id), CardState.HANDED_OVER);
        @Nullable String wrong = wrong(row, sent, said);
        if (wrong != null) {
            book.hold(
                    RunBook.cardloom(tenant),
                    row,
                    "The bureau's acknowledgement does not add up: "
                            + wrong
                            + " Ask the bureau for a correct one and resume.");
            return "wrong";
        }
        Set<Integer> spoiled = Set.copyOf(said.spoiledNumbers());
        for (CardRow card : sent) {
            boolean good = !spoiled.contains(card.number);
            book.move(row, card, good ? CardVerb.PRODUCE : CardVerb.SPOIL);
            if (!good) {
                card.reason = "spoiled at the bureau";
            }
        }
        row.spoiled = said.spoiled();
        book.move(row, RunVerb.ACKNOWLEDGE);
        book.record(
                RunBook.cardloom(tenant),
                row,
                "run.acknowledged",
                Map.of(
                        "package", said.name().value(),
                        "good", Integer.toString(said.good()),
                        "spoiled", Integer.toString(said.spoiled()),
                        "left", Integer.toString(said.left()),
                        "signer", said.signer()));
        return "acknowledged";
    }

    private static @Nullable String wrong(RunRow row, List<CardRow> sent, Acknowledgement said) {
        Set<Integer> numbers = sent.stream().map(c -> c.number).collect(Collectors.toSet());
        Set<Integer> spoiled = new HashSet<>(said.spoiledNumbers());
        if (!said.name().value().equals(row.packageName)) {
            return "it names another package.";
        }
        if (spoiled.size() != said.spoiledNumbers().size() || !numbers.containsAll(spoiled)) {
            return "it names spoiled cards that were not sent, or one of them twice.";
        }
        if (said.good() + spoiled.size() != sent.size()) {
            return "%d good and %d spoiled cards are not the %d that were sent."
                    .formatted(said.good(), spoiled.size(), sent.size());
        }
        if (said.spoiled() < spoiled.size()) {
            return "it counts fewer spoiled plastics than it names spoiled cards.";
        }
        if (said.good() + said.spoiled() + said.left() != row.stock) {
            return "%d good, %d spoiled and %d left are not the %d plastics counted out."
                    .formatted(said.good(), said.spoiled(), said.left(), row.stock);
        }
        return null;
    }
}
