package io.cardloom.production.run;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.dataprep.CardSlot;
import io.cardloom.production.dataprep.PreparedFile;
import io.cardloom.production.dataprep.PreparedRun;
import io.cardloom.production.dataprep.RunOrder;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.PackageName;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The step in which tracks, print and manifest are made. */
@Component
class Preparing {

    static final String STEP = "prepare";

    private final TenantWork work;
    private final RunBook book;
    private final RunRepository runs;
    private final CardRepository cards;
    private final StepJournal journal;
    private final RunData preparation;

    Preparing(
            TenantWork work,
            RunBook book,
            RunRepository runs,
            CardRepository cards,
            StepJournal journal,
            RunData preparation) {
        this.work = work;
        this.book = book;
        this.runs = runs;
        this.cards = cards;
        this.journal = journal;
        this.preparation = preparation;
    }

    /** Prepared, or the sentence why not. */
    private sealed interface Result {
        record Made(PreparedRun run) implements Result {}

        record Not(String sentence) implements Result {}
    }

    void take(Lease lease) {
        journal.take(
                new StepJournal.Step(lease, 0, STEP),
                Preparing::intended,
                (Supplier<Result>) () -> prepared(lease),
                (row, result) -> {
                    if (row.fence != lease.fence()) {
                        throw new LeaseLost();
                    }
                    return noted(row, result);
                });
    }

    private static boolean intended(RunRow row) {
        return row.state == RunState.PREPARING;
    }

    private Result prepared(Lease lease) {
        try {
            requireReach(lease);
            return new Result.Made(preparation.prepare(lease.tenant(), wanted(lease)));
        } catch (Refusal e) {
            return new Result.Not(e.sentence());
        }
    }

    /** A schedule may be older than the order's list. */
    private void requireReach(Lease lease) {
        RunRow row =
                work.read(
                        lease.tenant(),
                        () ->
                                runs.find(lease.tenant(), lease.run())
                                        .orElseThrow(() -> Refusal.notFound("run")));
        if (row.channel.equals(Channel.DEVICE.name())
                && preparation.areDocuments(lease.tenant(), new CardOrderId(row.orderId))) {
            throw Refusal.invalid(
                    "DOCUMENTS_NEED_BUREAU",
                    "Identity documents are personalized by a bureau: no device here writes their"
                            + " chips. Cancel the run and schedule the order at a bureau.");
        }
    }

    private RunOrder wanted(Lease lease) {
        return work.read(
                lease.tenant(),
                () -> {
                    RunRow row =
                            runs.find(lease.tenant(), lease.run())
                                    .orElseThrow(() -> Refusal.notFound("run"));
                    List<CardSlot> slots =
                            cards.in(lease.tenant(), lease.run(), CardState.PLANNED).stream()
                                    .map(c -> new CardSlot(c.number, c.rowNumber))
                                    .toList();
                    return new RunOrder(
                            lease.run(),
                            new CardOrderId(row.orderId),
                            new Digest(row.digest),
                            slots);
                });
    }

    private String noted(RunRow row, Result result) {
        if (row.state != RunState.PREPARING) {
            return "held";
        }
        return switch (result) {
            case Result.Not(String sentence) -> {
                book.hold(
                        RunBook.cardloom(new TenantId(row.tenantId)),
                        row,
                        "The run could not be prepared: " + sentence);
                yield "refused";
            }
            case Result.Made(PreparedRun made) -> {
                if (row.channel.equals(Channel.BUREAU.name())) {
                    row.packageName =
                            PackageName.of(new RunId(row.id), contentHash(made.files())).value();
                }
                book.move(row, RunVerb.SEAL);
                book.record(
                        RunBook.cardloom(new TenantId(row.tenantId)),
                        row,
                        "run.prepared",
                        facts(made));
                yield "prepared";
            }
        };
    }

    private static Map<String, String> facts(PreparedRun made) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("cards", Integer.toString(made.cards()));
        made.keyCheckValues().forEach((key, value) -> facts.put("kcv " + key, value));
        made.files().forEach(f -> facts.put("sha256 " + f.name(), f.sha256()));
        return facts;
    }

    /** SHA-256 over the files' names and hashes, in the order of their names. */
    static String contentHash(List<PreparedFile> files) {
        StringBuilder text = new StringBuilder();
        files.stream()
                .sorted(Comparator.comparing(PreparedFile::name))
                .forEach(f -> text.append(f.name()).append(' ').append(f.sha256()).append('\n'));
        return ReleaseSeal.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
