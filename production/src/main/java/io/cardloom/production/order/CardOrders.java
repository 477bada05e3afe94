package io.cardloom.production.order;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.Intake;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The door to orders. */
@Component
public class CardOrders {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_NAME = 120;

    private final TenantWork work;
    private final OrderRepository rows;
    private final Designs designs;
    private final Approvals approvals;
    private final Programs programs;
    private final Intake intake;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardOrders(
            TenantWork work,
            OrderRepository rows,
            Designs designs,
            Approvals approvals,
            Programs programs,
            Intake intake,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.designs = designs;
        this.approvals = approvals;
        this.programs = programs;
        this.intake = intake;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes an order for an approved digest with its sealed cardholder file; needs PLACE_ORDER. A
     * file with errors makes a refused order, which keeps the report and nothing else.
     *
     * @param name what people call the order, 1 to 120 characters
     * @param cms the issuer's signed and encrypted file; read once, not closed
     * @throws Refusal not found for a digest that is not the actor's; {@code ORDER_NAME_WRONG};
     *     {@code ORDER_DIGEST_STALE} when the design has moved on since; {@code
     *     ORDER_DIGEST_NOT_APPROVED}; what intake refuses as a whole
     */
    public PlacedOrder place(Actor actor, Digest digest, String name, InputStream cms) {
        actor.require(Permission.PLACE_ORDER);
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refusal.invalid(
                    "ORDER_NAME_WRONG", "Give the order a name of 1 to 120 characters.");
        }
        return work.call(
                actor.tenant(),
                () -> {
                    DesignRevision revision = designs.revision(actor, digest);
                    requireApproved(actor, revision);
                    OrderRow row = placed(actor, revision, called);
                    CardOrderId id = new CardOrderId(row.id);
                    IntakeReport report = intake.receive(actor, revision.program(), id, cms);
                    row.cards = report.rows();
                    row.report = JSON.writeValueAsString(report);
                    row.state = report.tookAll() ? OrderState.PLACED : OrderState.REFUSED;
                    record(actor, row, report);
                    return new PlacedOrder(told(row), report);
                });
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

    private void requireApproved(Actor actor, DesignRevision revision) {
        if (!revision.digest().equals(designs.open(actor, revision.design()).digest())) {
            throw Refusal.conflict(
                    "ORDER_DIGEST_STALE",
                    "The design was changed after this revision was frozen. Order the revision"
                            + " that is approved now.");
        }
        if (!approvals.approved(actor.tenant(), revision.digest())) {
            throw Refusal.conflict(
                    "ORDER_DIGEST_NOT_APPROVED",
                    "This revision is not approved by both sides. Ask the approvers first.");
        }
    }

    private OrderRow placed(Actor actor, DesignRevision revision, String name) {
        OrderRow row = new OrderRow();
        row.id = CardOrderId.next(clock).value();
        row.programId = revision.program().value();
        row.digest = revision.digest().hex64();
        row.name = name;
        row.state = OrderState.REFUSED;
        row.report = "{}";
        row.placedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.placedBy = actor.name();
        rows.add(actor.tenant(), row);
        return row;
    }

    private void record(Actor actor, OrderRow row, IntakeReport report) {
        events.publishEvent(new OrderChanged(actor.tenant(), new CardOrderId(row.id)));
        audit.record(
                actor,
                new AuditEntry(
                        report.tookAll() ? "order.placed" : "order.refused",
                        row.id,
                        row.digest,
                        Map.of(
                                "rows", Integer.toString(report.rows()),
                                "accepted", Integer.toString(report.accepted()),
                                "errors", Integer.toString(report.errorCount())),
                        report.tookAll()));
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
