package io.cardloom.designer.template;

import io.cardloom.designer.design.Composing;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door of the rebrands: a template's newest version is carried into every design that follows
 * an earlier one, in the background. Needs {@code FREEZE_DESIGN} throughout, which partners lack.
 */
@Component
public class Rebrands {

    private static final int SHOWN = 20;

    private final TenantWork work;
    private final RebrandRepository rebrands;
    private final RebrandWork one;
    private final RebrandWorker worker;
    private final Templates templates;
    private final Composing composing;
    private final Designs designs;
    private final AuditTrail trail;
    private final Clock clock;

    Rebrands(
            TenantWork work,
            RebrandRepository rebrands,
            RebrandWork one,
            RebrandWorker worker,
            Templates templates,
            Composing composing,
            Designs designs,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.rebrands = rebrands;
        this.one = one;
        this.worker = worker;
        this.templates = templates;
        this.composing = composing;
        this.designs = designs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Starts carrying the newest version into the designs behind it; needs a person.
     *
     * @throws Refusal conflict {@code REBRAND_RUNNING} (wait for its end), {@code REBRAND_NOTHING}
     *     (every design follows the newest version); not found
     */
    public RebrandId start(Actor actor, TemplateId template) {
        actor.require(Permission.FREEZE_DESIGN);
        actor.requirePerson();
        TenantId tenant = actor.tenant();
        Template newest = templates.get(actor, template);
        List<DesignId> behind = composing.behind(tenant, newest.version());
        if (behind.isEmpty()) {
            throw Refusal.conflict(
                    "REBRAND_NOTHING", "Every design follows the newest version already.");
        }
        RebrandRow row = row(actor, newest);
        try {
            work.run(
                    tenant,
                    () -> {
                        rebrands.add(tenant, row, behind);
                        record(actor, "rebrand.started", row.id, Integer.toString(behind.size()));
                    });
        } catch (DataIntegrityViolationException anotherRuns) {
            throw Refusal.conflict(
                    "REBRAND_RUNNING",
                    "This template is being carried into its designs; wait until that has ended.");
        }
        worker.wake();
        return new RebrandId(row.id);
    }

    private RebrandRow row(Actor actor, Template newest) {
        RebrandRow row = new RebrandRow();
        row.id = RebrandId.next(clock).value();
        row.templateId = newest.id().value();
        row.number = newest.latest();
        row.personId = actor.requirePerson().value();
        row.organizationId = Objects.requireNonNull(actor.organization()).value();
        row.personName = actor.name();
        row.roles =
                actor.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        row.startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    /** How far it has come. */
    public RebrandProgress progress(Actor actor, RebrandId id) {
        actor.require(Permission.FREEZE_DESIGN);
        TenantId tenant = actor.tenant();
        return work.read(tenant, () -> progress(tenant, found(tenant, id)));
    }

    /** The latest 20 of a template, latest first. */
    public List<RebrandProgress> of(Actor actor, TemplateId template) {
        actor.require(Permission.FREEZE_DESIGN);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () ->
                        rebrands.of(tenant, template, SHOWN).stream()
                                .map(row -> progress(tenant, row))
                                .toList());
    }

    private RebrandProgress progress(TenantId tenant, RebrandRow row) {
        RebrandId id = new RebrandId(row.id);
        return new RebrandProgress(
                id,
                row.version(),
                row.personName,
                row.startedAt,
                row.finishedAt,
                rebrands.counts(tenant, id));
    }

    /**
     * The designs of one outcome.
     *
     * @param offset from 0
     * @param limit 1 to 100
     * @throws Refusal {@code PAGE_OUT_OF_RANGE}; not found
     */
    public List<RebrandItem> list(
            Actor actor, RebrandId id, RebrandOutcome outcome, int offset, int limit) {
        actor.require(Permission.FREEZE_DESIGN);
        if (offset < 0 || limit < 1 || limit > 100) {
            throw Refusal.invalid(
                    "PAGE_OUT_OF_RANGE", "A page starts at 0 or later and has 1 to 100 lines.");
        }
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () -> {
                    found(tenant, id);
                    return rebrands.page(tenant, id, outcome, offset, limit).stream()
                            .map(row -> item(actor, row))
                            .toList();
                });
    }

    private RebrandItem item(Actor actor, RebrandDesignRow row) {
        DesignId design = new DesignId(row.designId);
        String name = designs.open(actor, design).name();
        return new RebrandItem(design, name, row.outcome, row.changes, row.reason);
    }

    /** What the version would make of a design as it stands now; nothing is changed. */
    public DesignDocument preview(Actor actor, RebrandId id, DesignId design) {
        actor.require(Permission.FREEZE_DESIGN);
        TenantId tenant = actor.tenant();
        RebrandRow rebrand = work.read(tenant, () -> found(tenant, id));
        return one.compose(actor, design, rebrand.version()).document();
    }

    /**
     * Takes the version over into a queued design in spite of its reason: the design is a draft
     * then.
     *
     * @throws Refusal conflict {@code REBRAND_SETTLED} (somebody has decided), {@code
     *     DESIGN_MOVED}; not found
     */
    public void take(Actor actor, RebrandId id, DesignId design) {
        decide(
                actor,
                id,
                design,
                (rebrand, row) -> {
                    RebrandWork.Composed composed = one.compose(actor, design, rebrand.version());
                    one.apply(actor, rebrand, composed);
                    row.outcome = RebrandOutcome.TAKEN;
                    row.changes = composed.layers();
                });
    }

    /**
     * Leaves a queued design in its version.
     *
     * @throws Refusal conflict {@code REBRAND_SETTLED}; not found
     */
    public void leave(Actor actor, RebrandId id, DesignId design) {
        decide(actor, id, design, (rebrand, row) -> row.outcome = RebrandOutcome.LEFT);
    }

    private void decide(
            Actor actor,
            RebrandId id,
            DesignId design,
            BiConsumer<RebrandRow, RebrandDesignRow> decision) {
        actor.require(Permission.FREEZE_DESIGN);
        actor.requirePerson();
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    RebrandRow rebrand = found(tenant, id);
                    RebrandDesignRow row =
                            rebrands.lock(tenant, id, design)
                                    .orElseThrow(() -> Refusal.notFound("design"));
                    if (row.outcome != RebrandOutcome.QUEUED) {
                        throw Refusal.conflict(
                                "REBRAND_SETTLED",
                                "This design is not queued any more; somebody has decided about"
                                        + " it.");
                    }
                    decision.accept(rebrand, row);
                    one.settled(tenant, row, row.reason);
                    record(
                            actor,
                            row.outcome == RebrandOutcome.TAKEN ? "rebrand.taken" : "rebrand.left",
                            row.designId,
                            row.rebrandId);
                });
    }

    private void record(Actor actor, String what, String subject, String detail) {
        trail.record(actor, new AuditEntry(what, subject, null, Map.of("of", detail)));
    }

    private RebrandRow found(TenantId tenant, RebrandId id) {
        return rebrands.find(tenant, id).orElseThrow(() -> Refusal.notFound("rebrand"));
    }
}
