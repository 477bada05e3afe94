package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the run of an occurrence, once, of cardholders who have no live card. */
@Component
class RunPlanning {

    private final TenantWork work;
    private final RunBook book;
    private final RunRepository runs;
    private final CardRepository cards;
    private final CardOrders orders;
    private final Destinations destinations;
    private final Clock clock;

    RunPlanning(
            TenantWork work,
            RunBook book,
            RunRepository runs,
            CardRepository cards,
            CardOrders orders,
            Destinations destinations,
            Clock clock) {
        this.work = work;
        this.book = book;
        this.runs = runs;
        this.cards = cards;
        this.orders = orders;
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * Two nodes may fire the same occurrence: the order's row makes them wait for each other, and
     * if that should ever fail, the unique occurrence and the one live card a cardholder do not.
     */
    Optional<RunId> plan(TenantId tenant, PlannedRun plan) {
        try {
            return work.call(tenant, () -> once(tenant, plan));
        } catch (DataIntegrityViolationException e) {
            Optional<RunId> other = work.read(tenant, () -> existing(tenant, plan));
            if (other.isEmpty()) {
                throw e;
            }
            return other;
        }
    }

    private Optional<RunId> existing(TenantId tenant, PlannedRun plan) {
        return runs.ofOccurrence(tenant, plan.schedule(), plan.occurrence())
                .map(r -> new RunId(r.id));
    }

    private Optional<RunId> once(TenantId tenant, PlannedRun plan) {
        CardOrder order = orders.lock(tenant, plan.order());
        Optional<RunId> there = existing(tenant, plan);
        if (there.isPresent()) {
            return there;
        }
        Set<Integer> live = cards.liveRows(tenant, plan.order());
        int[] free =
                !order.state().isOpen()
                        ? new int[0]
                        : IntStream.rangeClosed(1, order.cards())
                                .filter(n -> !live.contains(n))
                                .limit(plan.atMost())
                                .toArray();
        if (free.length == 0) {
            return Optional.empty();
        }
        RunRow row = planned(tenant, plan, order, free.length);
        cards.add(tenant, of(tenant, row, plan, free));
        orders.settle(tenant, plan.order(), OrderState.IN_PRODUCTION);
        book.changed(row);
        book.record(
                RunBook.cardloom(tenant),
                row,
                "run.planned",
                Map.of(
                        "cards", Integer.toString(free.length),
                        "schedule", plan.schedule().value(),
                        "occurrence", plan.occurrence()));
        return Optional.of(new RunId(row.id));
    }

    private RunRow planned(TenantId tenant, PlannedRun plan, CardOrder order, int count) {
        Destination to = destinations.get(tenant, plan.destination());
        RunRow row = new RunRow();
        row.id = RunId.next(clock).value();
        row.orderId = plan.order().value();
        row.scheduleId = plan.schedule().value();
        row.occurrence = plan.occurrence();
        row.plannedFor = plan.plannedFor();
        row.programId = order.program().value();
        row.digest = order.digest().hex64();
        row.destinationId = to.id().value();
        row.channel = to.channel().name();
        row.state = RunState.PLANNED;
        row.cards = count;
        row.plannedAt = book.now();
        row.changedAt = row.plannedAt;
        runs.add(tenant, row);
        return row;
    }

    private List<CardRow> of(TenantId tenant, RunRow run, PlannedRun plan, int[] rows) {
        Map<Integer, CardRow> dead = new HashMap<>();
        cards.unreplaced(tenant, plan.order()).forEach(c -> dead.put(c.rowNumber, c));
        return IntStream.range(0, rows.length)
                .mapToObj(i -> card(run, i + 1, rows[i], dead))
                .toList();
    }

    private CardRow card(RunRow run, int number, int row, Map<Integer, CardRow> dead) {
        CardRow card = new CardRow();
        card.id = CardId.next(clock).value();
        card.runId = run.id;
        card.number = number;
        card.preparedAs = number;
        card.orderId = run.orderId;
        card.rowNumber = row;
        CardRow before = dead.get(row);
        if (before != null) {
            card.replacesId = before.id;
        }
        card.is(CardState.PLANNED);
        return card;
    }
}
