package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.dataprep.PurgeCertificate;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.output.StepWatcher.Moment;
import io.cardloom.production.reconciliation.Ledger;
import io.cardloom.production.reconciliation.Reconciliations;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes what has been counted, and has what is no longer needed destroyed. */
@Component
class RunClosing {

    static final String STEP = "reconcile";

    private final TenantWork work;
    private final RunBook book;
    private final OrderProgress progress;
    private final CardOrders orders;
    private final RunData preparation;
    private final Reconciliations reconciliations;
    private final StepJournal journal;
    private final AuditTrail audit;

    RunClosing(
            TenantWork work,
            RunBook book,
            OrderProgress progress,
            CardOrders orders,
            RunData preparation,
            Reconciliations reconciliations,
            StepJournal journal,
            AuditTrail audit) {
        this.work = work;
        this.book = book;
        this.progress = progress;
        this.orders = orders;
        this.preparation = preparation;
        this.reconciliations = reconciliations;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * One transaction: the count, the closing and the destruction of the keys stand or fall
     * together, so there is no intent without outcome here.
     */
    void reconcile(Actor actor, RunId run, int left) {
        actor.require(Permission.RELEASE_RUN);
        actor.requirePerson();
        StepJournal.Step step = new StepJournal.Step(new Lease(actor.tenant(), run, 0), 0, STEP);
        journal.tell(step, Moment.BEFORE_INTENT);
        work.run(actor.tenant(), () -> closed(actor, run, left));
        journal.tell(step, Moment.AFTER_OUTCOME);
    }

    private void closed(Actor actor, RunId run, int left) {
        RunRow row = book.locked(actor.tenant(), run);
        if (row.state != RunState.PRODUCED) {
            throw RunTransitions.refused(row.state, RunVerb.RECONCILE);
        }
        Ledger ledger =
                new Ledger(row.stock, row.good, row.spoiled, row.destroyed, row.inDoubt, left);
        ledger.requireBalanced();
        row.left = left;
        book.move(row, RunVerb.RECONCILE);
        boolean last = progress.settled(row) == OrderState.COMPLETED;
        @Nullable PurgeCertificate purged = null;
        if (last) {
            purged = preparation.purge(actor, new CardOrderId(row.orderId), run, row.digest);
        } else {
            preparation.discard(actor, new CardOrderId(row.orderId), run);
        }
        reconciliations.keep(actor, run, new CardOrderId(row.orderId), ledger, purged);
        book.record(
                actor,
                row,
                "run.reconciled",
                Map.of(
                        "stock", Integer.toString(row.stock),
                        "good", Integer.toString(row.good),
                        "spoiled", Integer.toString(row.spoiled),
                        "destroyed", Integer.toString(row.destroyed),
                        "left", Integer.toString(left)));
        if (purged != null) {
            recordPurge(actor, row.orderId, row.digest, purged);
        }
    }

    /** Gives up the cardholders of an order who have no card, and has their data destroyed. */
    void closeOrder(Actor actor, CardOrderId order, String reason) {
        actor.require(Permission.RELEASE_RUN);
        actor.requirePerson();
        String why = RunBook.reason(reason);
        work.run(
                actor.tenant(),
                () -> {
                    orders.get(actor, order);
                    CardOrder locked = orders.lock(actor.tenant(), order);
                    if (!locked.state().isOpen()) {
                        throw Refusal.conflict(
                                "ORDER_CLOSED", "The order is closed; nothing of it is kept.");
                    }
                    if (progress.hasOpenRuns(actor.tenant(), order, "")) {
                        throw Refusal.conflict(
                                "ORDER_HAS_OPEN_RUNS",
                                "Runs of this order are open. Reconcile or cancel them first.");
                    }
                    orders.settle(actor.tenant(), order, OrderState.COMPLETED);
                    @Nullable PurgeCertificate purged =
                            preparation.purge(actor, order, null, locked.digest().hex64());
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "order.closed",
                                    order.value(),
                                    locked.digest().hex64(),
                                    Map.of("reason", why)));
                    if (purged != null) {
                        recordPurge(actor, order.value(), locked.digest().hex64(), purged);
                    }
                });
    }

    Optional<Instant> touched(TenantId tenant, CardOrderId order) {
        return work.read(tenant, () -> progress.touched(tenant, order));
    }

    /** Closes an open order that has no open run and that nobody touched since, if it is so. */
    boolean expire(TenantId tenant, CardOrderId order, Instant since) {
        return work.call(
                tenant,
                () -> {
                    CardOrder locked = orders.lock(tenant, order);
                    if (!locked.state().isOpen()
                            || locked.placedAt().isAfter(since)
                            || progress.hasOpenRuns(tenant, order, "")
                            || progress.touched(tenant, order)
                                    .filter(touched -> touched.isAfter(since))
                                    .isPresent()) {
                        return false;
                    }
                    Actor clock = Actor.system(tenant, "Retention clock");
                    String digest = locked.digest().hex64();
                    orders.settle(tenant, order, OrderState.COMPLETED);
                    @Nullable PurgeCertificate purged =
                            preparation.purge(clock, order, null, digest);
                    audit.record(
                            clock,
                            new AuditEntry(
                                    "order.expired",
                                    order.value(),
                                    digest,
                                    Map.of("untouchedSince", since.toString())));
                    if (purged != null) {
                        recordPurge(clock, order.value(), digest, purged);
                    }
                    return true;
                });
    }

    private void recordPurge(Actor actor, String order, String digest, PurgeCertificate purged) {
        audit.record(
                actor,
                new AuditEntry(
                        "order.purged",
                        order,
                        digest,
                        Map.of(
                                "records", Integer.toString(purged.records()),
                                "runs", Integer.toString(purged.runs()),
                                "kcv", purged.keyCheckValue())));
    }
}
