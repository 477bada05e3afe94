package io.cardloom.production.order;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.HandedLists;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.production.intake.RowRule;
import io.cardloom.production.printdata.LineRule;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders: first the list, sealed as it comes, then what it says, while people go on. */
@Component
class OrderPlacing {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPlacing.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_NAME = 120;
    private static final long REST_MILLIS = 20;

    /** Lists that one process takes in side by side, so that there is room for runs. */
    private static final int AT_A_TIME = 2;

    private final TenantWork work;
    private final OrderRepository rows;
    private final Designs designs;
    private final Approvals approvals;
    private final LineRule lines;
    private final HandedLists handed;
    private final ProcessRole role;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    OrderPlacing(
            TenantWork work,
            OrderRepository rows,
            Designs designs,
            Approvals approvals,
            LineRule lines,
            HandedLists handed,
            ProcessRole role,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.designs = designs;
        this.approvals = approvals;
        this.lines = lines;
        this.handed = handed;
        this.role = role;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The order's id at once; its list is sealed, and taken in where the keys are. */
    CardOrderId begin(Actor actor, Digest digest, String name, ListUpload upload) {
        String called = called(actor, name);
        DesignRevision revision = approved(actor, digest);
        CardOrderId id = CardOrderId.next(clock);
        handed.hand(
                actor,
                revision.program(),
                id,
                upload,
                () -> LOG.debug("Handed in: {}", add(actor, revision, called, id).id));
        return id;
    }

    /** The order's id, when its list is taken in or refused. */
    CardOrderId place(Actor actor, Digest digest, String name, ListUpload upload) {
        role.requireKeys();
        CardOrderId id = begin(actor, digest, name, upload);
        while (!takeIn(actor.tenant(), id)) {
            rest();
        }
        return id;
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the list is taken in all the same", e);
        }
    }

    /** Takes in what was handed in; whether that is done with, else come again. */
    boolean takeIn(TenantId tenant, CardOrderId id) {
        if (!places.tryAcquire()) {
            return false;
        }
        Actor actor = Actor.system(tenant, "intake");
        try {
            return handed.take(
                    tenant, id, () -> rule(tenant, id), report -> settle(actor, id, report));
        } catch (RuntimeException e) {
            // Without the exception's own words, which are not ours to vouch for.
            LOG.warn("The list of order {} is tried again: {}", id, e.getClass().getName());
            return false;
        } finally {
            places.release();
        }
    }

    private RowRule rule(TenantId tenant, CardOrderId id) {
        String digest =
                work.read(
                        tenant,
                        () ->
                                rows.find(tenant, id)
                                        .map(row -> row.digest)
                                        .orElseThrow(() -> Refusal.notFound("order")));
        return lines.of(tenant, designs.revision(tenant, new Digest(digest)));
    }

    private static String called(Actor actor, String name) {
        actor.require(Permission.PLACE_ORDER);
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refusal.invalid(
                    "ORDER_NAME_WRONG", "Give the order a name of 1 to 120 characters.");
        }
        return called;
    }

    private DesignRevision approved(Actor actor, Digest digest) {
        return work.read(
                actor.tenant(),
                () -> {
                    DesignRevision found = designs.revision(actor, digest);
                    requireApproved(actor, found);
                    return found;
                });
    }

    private OrderRow add(Actor actor, DesignRevision revision, String name, CardOrderId id) {
        OrderRow row = new OrderRow();
        row.id = id.value();
        row.programId = revision.program().value();
        row.digest = revision.digest().hex64();
        row.name = name;
        row.state = OrderState.RECEIVING;
        row.report = JSON.writeValueAsString(nothingYet());
        row.placedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.placedBy = actor.name();
        rows.add(actor.tenant(), row);
        events.publishEvent(new OrderChanged(actor.tenant(), id));
        return row;
    }

    private static IntakeReport nothingYet() {
        return new IntakeReport(0, 0, 0, java.util.List.of(), 0, java.util.List.of());
    }

    private void settle(Actor actor, CardOrderId id, IntakeReport report) {
        OrderState otherwise = report.wasStopped() ? OrderState.WITHDRAWN : OrderState.REFUSED;
        TenantId tenant = actor.tenant();
        Consumer<OrderRow> settled =
                row -> {
                    row.cards = report.tookAny() ? report.accepted() : report.rows();
                    row.report = JSON.writeValueAsString(report);
                    row.state = report.tookAny() ? OrderState.PLACED : otherwise;
                    events.publishEvent(new OrderChanged(tenant, id));
                    record(actor, row, report);
                };
        // Tests and other callers of intake may have no order.
        rows.locked(tenant, id).filter(row -> row.state == OrderState.RECEIVING).ifPresent(settled);
    }

    private void record(Actor actor, OrderRow row, IntakeReport report) {
        audit.record(
                actor,
                new AuditEntry(
                        report.tookAny() ? "order.placed" : "order.refused",
                        row.id,
                        row.digest,
                        Map.of(
                                "rows", Integer.toString(report.rows()),
                                "accepted", Integer.toString(report.accepted()),
                                "errors", Integer.toString(report.errorCount())),
                        report.tookAny()));
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
}
