package io.cardloom.production.run;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.dataprep.CardSlot;
import io.cardloom.production.dataprep.PreparedFile;
import io.cardloom.production.dataprep.PreparedRun;
import io.cardloom.production.dataprep.RunOrder;
import io.cardloom.production.output.BureauGateway;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.output.HandOver;
import io.cardloom.production.output.PackageName;
import io.cardloom.production.output.PackagedFile;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The step in which a bureau gets its package; idempotent by the package's name. */
@Component
class HandingOver {

    static final String STEP = "hand-over";

    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

    private final TenantWork work;
    private final RunBook book;
    private final RunRepository runs;
    private final CardRepository cards;
    private final StepJournal journal;
    private final RunData preparation;
    private final Destinations destinations;
    private final ReleaseSeal seal;
    private final RunSettings settings;

    HandingOver(
            TenantWork work,
            RunBook book,
            RunRepository runs,
            CardRepository cards,
            StepJournal journal,
            RunData preparation,
            Destinations destinations,
            ReleaseSeal seal,
            RunSettings settings) {
        this.work = work;
        this.book = book;
        this.runs = runs;
        this.cards = cards;
        this.journal = journal;
        this.preparation = preparation;
        this.destinations = destinations;
        this.seal = seal;
        this.settings = settings;
    }

    void take(Lease lease) {
        journal.take(
                new StepJournal.Step(lease, 0, STEP),
                this::intended,
                (Supplier<HandOver>) () -> handedOver(lease),
                (row, answer) -> {
                    if (row.fence != lease.fence()) {
                        throw new LeaseLost();
                    }
                    return noted(row, answer);
                });
    }

    private boolean intended(RunRow row) {
        if (row.state != RunState.HANDING_OVER) {
            return false;
        }
        if (!seal.holds(row)) {
            book.hold(RunBook.cardloom(new TenantId(row.tenantId)), row, SealBroken.SENTENCE);
            return false;
        }
        row.departed = true;
        return true;
    }

    /** Packs and sends; the port answers an outage, and whatever else goes wrong is one. */
    @SuppressWarnings("CatchingUnchecked") // whatever a driver throws leaves us without an answer
    private HandOver handedOver(Lease lease) {
        Packed packed = packed(lease);
        BureauGateway gateway = destinations.gateway(packed.to()).orElse(null);
        if (gateway == null) {
            return new HandOver.Rejected(
                    "no gateway called " + packed.to().driver() + " is installed here");
        }
        try {
            return gateway.handOver(lease.tenant(), packed.to(), packed.what());
        } catch (RuntimeException e) {
            LOG.warn("The gateway failed while it handed {} over", packed.what().name(), e);
            return new HandOver.Unreachable("the gateway failed, " + e.getClass().getSimpleName());
        }
    }

    private record Packed(Destination to, RunPackage what) {}

    private Packed packed(Lease lease) {
        TenantId tenant = lease.tenant();
        RunRow row =
                work.read(
                        tenant,
                        () ->
                                runs.find(tenant, lease.run())
                                        .orElseThrow(() -> Refusal.notFound("run")));
        List<CardSlot> slots =
                work.read(
                        tenant,
                        () ->
                                cards.in(tenant, lease.run(), CardState.PLANNED).stream()
                                        .map(c -> new CardSlot(c.number, c.rowNumber))
                                        .toList());
        PreparedRun made =
                preparation.prepare(
                        tenant,
                        new RunOrder(
                                lease.run(),
                                new CardOrderId(row.orderId),
                                new Digest(row.digest),
                                slots));
        List<PackagedFile> files = made.files().stream().map(f -> packaged(lease, f)).toList();
        return new Packed(
                destinations.get(tenant, new DestinationId(row.destinationId)),
                new RunPackage(
                        new PackageName(row.packageName), row.digest, row.cards, row.stock, files));
    }

    private PackagedFile packaged(Lease lease, PreparedFile file) {
        return new PackagedFile(
                file.name(),
                file.bytes(),
                file.sha256(),
                out -> {
                    try (InputStream in =
                            preparation.open(lease.tenant(), lease.run(), file.name())) {
                        in.transferTo(out);
                    }
                });
    }

    private String noted(RunRow row, HandOver answer) {
        if (row.state != RunState.HANDING_OVER) {
            // A person held the run while the package was on its way. It stays departed: after a
            // resumption the same name is handed over again, and is found there.
            return "held";
        }
        return switch (answer) {
            case HandOver.Delivered(String name, long bytes, String sha256) ->
                    delivered(row, "delivered", name, bytes, sha256);
            case HandOver.AlreadyThere(String name, long bytes, String sha256) ->
                    delivered(row, "already there", name, bytes, sha256);
            case HandOver.Unreachable(String reason) -> {
                row.tries++;
                row.nextTry = book.now().plus(settings.wait(row.tries));
                row.reason =
                        RunBook.shortened("The bureau cannot be reached; trying again: " + reason);
                book.changed(row);
                yield "unreachable";
            }
            case HandOver.Rejected(String reason) -> {
                row.departed = false;
                book.hold(
                        RunBook.cardloom(new TenantId(row.tenantId)),
                        row,
                        "The bureau does not take the package: " + reason);
                yield "rejected";
            }
        };
    }

    private String delivered(
            RunRow row, String word, String remoteName, long bytes, String sha256) {
        TenantId tenant = new TenantId(row.tenantId);
        for (CardRow card : cards.in(tenant, new RunId(row.id), CardState.PLANNED)) {
            book.move(row, card, CardVerb.HAND_OVER);
        }
        book.move(row, RunVerb.DELIVER);
        book.record(
                RunBook.cardloom(tenant),
                row,
                "run.handed-over",
                Map.of(
                        "package", row.packageName,
                        "as", remoteName,
                        "bytes", Long.toString(bytes),
                        "sha256", sha256,
                        "answer", word));
        return word;
    }
}
