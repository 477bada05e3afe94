package io.cardloom.production.retention;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.dataprep.AccountPurges;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door to how long account data are kept. The period begins with the placing of an order, and
 * anew with each run that comes to its end; an order of which a run is open is left alone. Helps to
 * meet PCI Card Production, Logical, 4.5: within 30 days of personalization.
 */
@Component
public class Retentions {

    /** What holds when nobody saved another period, and the longest there is, in days. */
    public static final int MOST_DAYS = 30;

    private final RetentionRepository rows;
    private final Programs programs;
    private final CardOrders orders;
    private final ProductionRuns runs;
    private final AccountPurges purges;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    Retentions(
            RetentionRepository rows,
            Programs programs,
            CardOrders orders,
            ProductionRuns runs,
            AccountPurges purges,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.programs = programs;
        this.orders = orders;
        this.runs = runs;
        this.purges = purges;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * For how many days a program's account data are kept.
     *
     * @throws Refusal not found for a program that is not the actor's
     */
    public int days(Actor actor, ProgramId program) {
        programs.get(actor, program);
        return days(actor.tenant(), program);
    }

    int days(TenantId tenant, ProgramId program) {
        return work.read(
                tenant, () -> rows.find(tenant, program).map(row -> row.days).orElse(MOST_DAYS));
    }

    /**
     * Changes the period, also for orders that are there; needs ADMINISTER.
     *
     * @param days 1 to {@link #MOST_DAYS}
     * @throws Refusal {@code PERMISSION_MISSING}; not found; {@code RETENTION_WRONG}
     */
    public void save(Actor actor, ProgramId program, int days) {
        actor.require(Permission.ADMINISTER);
        programs.get(actor, program);
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid(
                    "RETENTION_WRONG",
                    "Account data are kept for 1 to " + MOST_DAYS + " days. Choose a number.");
        }
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    Optional<RetentionRow> known = rows.find(tenant, program);
                    RetentionRow row =
                            known.orElseGet(
                                    () -> new RetentionRow(tenant.value(), program.value()));
                    row.days = days;
                    row.savedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    row.savedBy = actor.name();
                    if (known.isEmpty()) {
                        rows.add(tenant, row);
                    }
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "retention.changed",
                                    program.value(),
                                    null,
                                    Map.of("days", Integer.toString(days))));
                });
    }

    /**
     * When an open order's account data are destroyed if nothing happens until then; empty for an
     * order that has none any more.
     *
     * @throws Refusal not found
     */
    public Optional<Instant> due(Actor actor, CardOrderId id) {
        CardOrder order = orders.get(actor, id);
        return order.state().isOpen()
                ? Optional.of(due(actor.tenant(), order, days(actor.tenant(), order.program())))
                : Optional.empty();
    }

    private Instant due(TenantId tenant, CardOrder order, int days) {
        Instant touched = runs.touched(tenant, order.id()).orElse(order.placedAt());
        Instant from = touched.isAfter(order.placedAt()) ? touched : order.placedAt();
        return from.plus(Duration.ofDays(days));
    }

    /**
     * The certificate that an order's account data are destroyed; empty while they are not.
     *
     * @throws Refusal not found
     */
    public Optional<AccountsGone> gone(Actor actor, CardOrderId id) {
        orders.get(actor, id);
        return purges.of(actor.tenant(), id)
                .map(c -> new AccountsGone(c.records(), c.runs(), c.keyCheckValue(), c.at()));
    }
}
