package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to lists that are being taken in: how far one is, and how to stop it. Lists come in by
 * {@link HandedLists}.
 */
@Component
public class Intake {

    /** The most rows of one list; larger series are several orders. */
    public static final int MOST_ROWS = 1_000_000;

    private final IntakeRepository rows;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Intake(
            IntakeRepository rows,
            Programs programs,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
        this.events = events;
    }

    /** How far the taking in of an order's list is; empty when none is under way. */
    public Optional<IntakeProgress> progress(Actor actor, CardOrderId order) {
        actor.require(Permission.VIEW_PRODUCTION);
        return work.read(
                        actor.tenant(),
                        () -> rows.find(actor.tenant(), order).filter(r -> isSeen(actor, r)))
                .map(IntakeRow::told);
    }

    /**
     * Asks to stop the taking in of an order's list; it ends with its next batch, and nothing is
     * kept.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders; {@code
     *     NOT_FOUND} when none is under way
     */
    public void cancel(Actor actor, CardOrderId order) {
        actor.require(Permission.PLACE_ORDER);
        work.run(
                actor.tenant(),
                () -> {
                    boolean seen =
                            rows.find(actor.tenant(), order)
                                    .filter(r -> isSeen(actor, r))
                                    .isPresent();
                    if (!seen || !rows.cancel(actor.tenant(), order)) {
                        throw Refusal.notFound("list that is being taken in");
                    }
                    audit.record(actor, AuditEntry.of("cardholders.cancelled", order.value()));
                    events.publishEvent(new IntakeMoved(actor.tenant(), order));
                });
    }

    private boolean isSeen(Actor actor, IntakeRow row) {
        return programs.list(actor).stream().anyMatch(p -> p.id().value().equals(row.programId));
    }
}
