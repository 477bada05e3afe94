package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps the runs: every change of state goes through here, inside the work in hand. */
@Component
class RunBook {

    private static final int LONGEST_REASON = 1_000;

    private final RunRepository runs;
    private final CardRepository cards;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunBook(
            RunRepository runs,
            CardRepository cards,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.cards = cards;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The run, locked until the transaction ends. */
    RunRow locked(TenantId tenant, RunId run) {
        return runs.locked(tenant, run).orElseThrow(() -> Refusal.notFound("run"));
    }

    /** The run, locked, if the lease still holds. */
    RunRow fenced(Lease lease) {
        RunRow row = locked(lease.tenant(), lease.run());
        if (row.fence != lease.fence()) {
            throw new LeaseLost();
        }
        return row;
    }

    /**
     * Moves the run along an arrow of the table.
     *
     * @throws Refusal {@code RUN_STATE} when there is none
     */
    void move(RunRow row, RunVerb verb) {
        RunState from = row.state;
        row.state = RunTransitions.next(from, verb, row.heldFrom);
        row.heldFrom = verb == RunVerb.HOLD ? from : null;
        row.nextTry = null;
        row.tries = 0;
        if (verb != RunVerb.HOLD && verb != RunVerb.CANCEL && verb != RunVerb.STOP) {
            row.reason = null;
        }
        RunId run = new RunId(row.id);
        changed(row);
        events.publishEvent(new RunMoved(new TenantId(row.tenantId), run, from, row.state));
    }

    /** Moves a card along an arrow of its table, and counts. */
    void move(RunRow row, CardRow card, CardVerb verb) {
        CardState from = card.state;
        card.is(CardTransitions.next(from, verb));
        if (from == CardState.UNKNOWN) {
            row.inDoubt--;
        }
        switch (card.state) {
            case PRODUCED -> row.good++;
            case SPOILED -> row.spoiled++;
            case DESTROYED -> row.destroyed++;
            case UNKNOWN -> row.inDoubt++;
            case PLANNED, CLAIMED, HANDED_OVER, REFUSED, CANCELLED -> {}
        }
        events.publishEvent(
                new CardMoved(
                        new TenantId(row.tenantId),
                        new RunId(row.id),
                        card.number,
                        from,
                        card.state));
    }

    /** Puts a moving run on hold, whoever asks for it. */
    void hold(Actor actor, RunRow row, String reason) {
        move(row, RunVerb.HOLD);
        row.reason = shortened(reason);
        record(actor, row, "run.held", Map.of("reason", row.reason));
    }

    /** Cards that were claimed and never answered for become a person's question. */
    int doubt(RunRow row, String reason) {
        int doubts = 0;
        for (CardRow card :
                cards.in(new TenantId(row.tenantId), new RunId(row.id), CardState.CLAIMED)) {
            move(row, card, CardVerb.DOUBT);
            card.reason = shortened(reason);
            doubts++;
        }
        return doubts;
    }

    /** Says that counts or reasons changed. */
    void changed(RunRow row) {
        row.changedAt = now();
        events.publishEvent(new RunChanged(new TenantId(row.tenantId), new RunId(row.id)));
    }

    /** Records in the trail, by the digest; the last thing in a work, for the trail is locked. */
    void record(Actor actor, RunRow row, String action, Map<String, String> details) {
        Map<String, String> all = new TreeMap<>(details);
        all.put("order", new CardOrderId(row.orderId).value());
        audit.record(actor, new AuditEntry(action, row.id, row.digest, all));
    }

    static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    static Actor cardloom(TenantId tenant) {
        return Actor.system(tenant, "Cardloom");
    }

    /**
     * @throws Refusal {@code REASON_REQUIRED}
     */
    static String reason(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw Refusal.invalid("REASON_REQUIRED", "Say why, in 1 to 1,000 characters.");
        }
        return said;
    }
}
