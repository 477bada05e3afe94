package io.cardloom.production.order;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.Intake;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The door to orders. */
@Component
public class CardOrders {

    private static final JsonMapper JSON = new JsonMapper();

    private final TenantWork work;
    private final OrderRepository rows;
    private final Programs programs;
    private final OrderPlacing placing;
    private final ApplicationEventPublisher events;

    CardOrders(
            TenantWork work,
            OrderRepository rows,
            Programs programs,
            OrderPlacing placing,
            ApplicationEventPublisher events) {
        this.work = work;
        this.rows = rows;
        this.programs = programs;
        this.placing = placing;
        this.events = events;
    }

    /**
     * Takes an order for an approved digest with its cardholder list; needs PLACE_ORDER. Rows that
     * are wrong are left out or stop the list, as the program's list form says; a list of which
     * nothing could be taken, or which is not genuine, makes a refused order, which keeps the
     * report and nothing else. Comes back when that is done, which takes minutes for a million
     * rows; not to be called inside other work.
     *
     * @param name what people call the order, 1 to 120 characters
     * @param upload read once, not closed
     * @throws Refusal {@code KEYS_ELSEWHERE} in a process without keys; else as {@link #begin}
     */
    public PlacedOrder place(Actor actor, Digest digest, String name, ListUpload upload) {
        CardOrderId id = placing.place(actor, digest, name, upload);
        return work.read(
                actor.tenant(),
                () -> {
                    OrderRow row =
                            rows.find(actor.tenant(), id)
                                    .orElseThrow(() -> Refusal.notFound("order"));
                    return new PlacedOrder(
                            told(row), JSON.readValue(row.report, IntakeReport.class));
                });
    }

    /** The same for a list that the issuer signed and encrypted. */
    public PlacedOrder place(Actor actor, Digest digest, String name, InputStream sealed) {
        return place(actor, digest, name, ListUpload.sealed(sealed));
    }

    /**
     * The same, but comes back as soon as the list is sealed: from then on no process that ends
     * loses it. It is opened and read meanwhile where the keys are, {@link Intake#progress} tells
     * how far, and the order says what became of it.
     *
     * @throws Refusal not found for a digest that is not the actor's; {@code ORDER_NAME_WRONG};
     *     {@code ORDER_DIGEST_STALE} when the design has moved on since; {@code
     *     ORDER_DIGEST_NOT_APPROVED}; what {@link io.cardloom.production.intake.HandedLists#hand}
     *     refuses
     */
    public CardOrderId begin(Actor actor, Digest digest, String name, ListUpload upload) {
        return placing.begin(actor, digest, name, upload);
    }

    /**
     * Takes in the list of an order; for the scheduler. Safe to call at any time and from any node
     * with keys.
     *
     * @return whether it is done with; else come again
     */
    public boolean takeIn(TenantId tenant, CardOrderId order) {
        return placing.takeIn(tenant, order);
    }

    /** Newest first, of the programs that the actor takes part in; limit is at most 100. */
    public List<CardOrder> list(Actor actor, int offset, int limit) {
        actor.require(Permission.VIEW_PRODUCTION);
        return work.read(
                actor.tenant(),
                () -> {
                    List<String> seen = programs(actor);
                    return seen.isEmpty()
                            ? List.<CardOrder>of()
                            : rows
                                    .page(actor.tenant(), seen, offset, Math.clamp(limit, 1, 100))
                                    .stream()
                                    .map(CardOrders::told)
                                    .toList();
                });
    }

    /** How many {@link #list} pages through. */
    public long count(Actor actor) {
        actor.require(Permission.VIEW_PRODUCTION);
        return work.read(
                actor.tenant(),
                () -> {
                    List<String> seen = programs(actor);
                    return seen.isEmpty() ? 0L : rows.count(actor.tenant(), seen);
                });
    }

    /**
     * @throws Refusal not found, also when the actor takes no part in the order's program
     */
    public CardOrder get(Actor actor, CardOrderId id) {
        return told(seen(actor, id));
    }

    /**
     * For Cardloom's own work.
     *
     * @throws Refusal not found
     */
    public CardOrder get(TenantId tenant, CardOrderId id) {
        return work.read(
                tenant,
                () ->
                        rows.find(tenant, id)
                                .map(CardOrders::told)
                                .orElseThrow(() -> Refusal.notFound("order")));
    }

    /**
     * What was found in the order's file: rows and columns, never values.
     *
     * @throws Refusal not found
     */
    public IntakeReport report(Actor actor, CardOrderId id) {
        return JSON.readValue(seen(actor, id).report, IntakeReport.class);
    }

    /** The open orders of a program placed before this moment; for Cardloom's own work. */
    public List<CardOrderId> openSince(TenantId tenant, ProgramId program, Instant before) {
        return work.read(tenant, () -> rows.openSince(tenant, program, before)).stream()
                .map(CardOrderId::new)
                .toList();
    }

    /**
     * Locks the order for the rest of the work in hand, so that its cards are planned by one at a
     * time; for Cardloom's own work.
     *
     * @throws Refusal not found
     */
    public CardOrder lock(TenantId tenant, CardOrderId id) {
        return work.call(
                tenant,
                () ->
                        rows.locked(tenant, id)
                                .map(CardOrders::told)
                                .orElseThrow(() -> Refusal.notFound("order")));
    }

    /** Notes where the order's runs have brought it; for Cardloom's own work. */
    public void settle(TenantId tenant, CardOrderId id, OrderState state) {
        work.run(
                tenant,
                () -> {
                    OrderRow row =
                            rows.locked(tenant, id).orElseThrow(() -> Refusal.notFound("order"));
                    if (row.state != state) {
                        row.state = state;
                        events.publishEvent(new OrderChanged(tenant, id));
                    }
                });
    }

    private OrderRow seen(Actor actor, CardOrderId id) {
        actor.require(Permission.VIEW_PRODUCTION);
        return work.read(
                actor.tenant(),
                () -> {
                    OrderRow row =
                            rows.find(actor.tenant(), id)
                                    .orElseThrow(() -> Refusal.notFound("order"));
                    if (!programs(actor).contains(row.programId)) {
                        throw Refusal.notFound("order");
                    }
                    return row;
                });
    }

    private List<String> programs(Actor actor) {
        return programs.list(actor).stream().map(Program::id).map(ProgramId::value).toList();
    }

    private static CardOrder told(OrderRow row) {
        return new CardOrder(
                new CardOrderId(row.id),
                new ProgramId(row.programId),
                new Digest(row.digest),
                row.name,
                row.cards,
                row.state,
                row.placedAt,
                row.placedBy);
    }
}
