package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The door of the designs.
 *
 * <p>The server's order of edits is the order: each is applied to the document as it stands under a
 * lock, numbered, stored with its inverse, and told to others only after the commit. An answer of
 * {@link #apply} therefore means <em>saved</em>. A design of another tenant, or of a program that
 * the actor's organization takes no part in, is not found.
 */
@Component
public class Designs {

    private final TenantWork work;
    private final DesignRepository designs;
    private final EditRepository edits;
    private final Editing editing;
    private final Freezing freezing;
    private final Reach reach;
    private final CardBodies cardBodies;
    private final AuditTrail trail;
    private final Clock clock;

    Designs(
            TenantWork work,
            DesignRepository designs,
            EditRepository edits,
            Editing editing,
            Freezing freezing,
            Reach reach,
            CardBodies cardBodies,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.designs = designs;
        this.edits = edits;
        this.editing = editing;
        this.freezing = freezing;
        this.reach = reach;
        this.cardBodies = cardBodies;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Starts a blank design; needs {@code EDIT_DESIGN} and a person.
     *
     * @param name 1 to 80 characters
     * @throws Refusal {@code NAME_MISSING}, {@code TEXT_TOO_LONG}, {@code TEXT_CONTROL_CHARACTER},
     *     or not found for a program or card body that is not the actor's
     */
    public DesignId create(Actor actor, ProgramId program, CardBodyId cardBody, String name) {
        actor.require(Permission.EDIT_DESIGN);
        actor.requirePerson();
        String called = Checks.name(name);
        return work.call(
                actor.tenant(),
                () -> {
                    reach.check(actor, program.value(), "program");
                    cardBodies.get(actor.tenant(), cardBody);
                    DesignRow row = new DesignRow();
                    row.id = DesignId.next(clock).value();
                    row.programId = program.value();
                    row.cardBodyId = cardBody.value();
                    row.name = called;
                    row.document = DesignJson.write(DesignDocument.blank(cardBody));
                    row.createdAt = now();
                    row.changedAt = row.createdAt;
                    row.changedBy = actor.name();
                    designs.add(actor.tenant(), row);
                    trail.record(
                            actor,
                            new AuditEntry(
                                    "design.created",
                                    row.id,
                                    null,
                                    Map.of("program", program.value())));
                    return row.designId();
                });
    }

    /**
     * The designs of the actor's programs, latest change first; needs {@code VIEW_DESIGN}.
     *
     * @param query part of a name, in any case; empty for all
     * @param offset from 0
     * @param limit 1 to 100
     * @throws Refusal {@code PAGE_OUT_OF_RANGE}
     */
    public List<DesignSummary> list(Actor actor, String query, int offset, int limit) {
        actor.require(Permission.VIEW_DESIGN);
        if (offset < 0 || limit < 1 || limit > 100) {
            throw Refusal.invalid(
                    "PAGE_OUT_OF_RANGE", "A page starts at 0 or later and has 1 to 100 lines.");
        }
        return work.read(
                actor.tenant(),
                () -> {
                    List<ProgramId> programs = reach.programs(actor);
                    return programs.isEmpty()
                            ? List.<DesignSummary>of()
                            : designs.page(actor.tenant(), programs, query, offset, limit);
                });
    }

    /** How many {@link #list} would show in all. */
    public long count(Actor actor, String query) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(
                actor.tenant(),
                () -> {
                    List<ProgramId> programs = reach.programs(actor);
                    return programs.isEmpty() ? 0L : designs.count(actor.tenant(), programs, query);
                });
    }

    /** The design as it stands; needs {@code VIEW_DESIGN}. */
    public DesignView open(Actor actor, DesignId design) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(
                actor.tenant(),
                () -> {
                    DesignRow row = seen(actor, designs.find(actor.tenant(), design));
                    return new DesignView(
                            row.designId(),
                            row.name,
                            new ProgramId(row.programId),
                            cardBodies.get(actor.tenant(), new CardBodyId(row.cardBodyId)),
                            row.number,
                            DesignJson.read(row.document),
                            row.state,
                            row.digestOrNull());
                });
    }

    /**
     * Applies one edit to the document as it stands; needs {@code EDIT_DESIGN} and a person. Of two
     * edits to one property the later wins. An edit after a freeze makes the design a draft again
     * and voids its rounds of approval.
     *
     * @param base the number of the document that the editor had before it; may be behind the head
     * @param origin the same when the same edit is sent again: it is then not applied twice, and
     *     the answer is the first one's
     * @throws Refusal conflict {@code LAYER_GONE}, {@code LAYER_EXISTS}, {@code LAYER_LOCKED},
     *     {@code BASE_AHEAD}, {@code ORIGIN_REUSED}; invalid with the code of a value, {@code
     *     ASSET_UNKNOWN}, {@code FONT_UNKNOWN}, {@code FEATURE_OFF}. Sending it again helps for
     *     none of them
     */
    public AppliedEdit apply(
            Actor actor, DesignId design, long base, EditCommand command, EditOrigin origin) {
        return change(
                actor,
                design,
                row ->
                        editing.before(actor, row, origin, AppliedEdit.Kind.EDIT)
                                .map(edit -> Editing.same(edit, command))
                                .orElseGet(() -> editing.edit(actor, row, base, command, origin)));
    }

    /**
     * Takes back the person's latest edit, or what of it nobody else has changed since; needs
     * {@code EDIT_DESIGN}. Reaches back to the person's latest 200 edits, whatever sitting they
     * were made in and however many others made since, within the design's latest 5,000.
     *
     * @param origin as with {@link #apply}
     * @throws Refusal conflict {@code NOTHING_TO_UNDO}, {@code LAYER_LOCKED} or {@code
     *     ORIGIN_REUSED}
     */
    public AppliedEdit undo(Actor actor, DesignId design, EditOrigin origin) {
        return change(
                actor,
                design,
                row ->
                        editing.before(actor, row, origin, AppliedEdit.Kind.UNDO)
                                .orElseGet(() -> editing.undo(actor, row, origin)));
    }

    /**
     * Does again what the person took back last, unless she has edited since; needs {@code
     * EDIT_DESIGN}.
     *
     * @param origin as with {@link #apply}
     * @throws Refusal conflict {@code NOTHING_TO_REDO}, {@code LAYER_LOCKED} or {@code
     *     ORIGIN_REUSED}
     */
    public AppliedEdit redo(Actor actor, DesignId design, EditOrigin origin) {
        return change(
                actor,
                design,
                row ->
                        editing.before(actor, row, origin, AppliedEdit.Kind.REDO)
                                .orElseGet(() -> editing.redo(actor, row, origin)));
    }

    /** Up to 500 edits after that number, in order; needs {@code VIEW_DESIGN}. */
    public List<AppliedEdit> edits(Actor actor, DesignId design, long after) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(
                actor.tenant(),
                () -> {
                    seen(actor, designs.find(actor.tenant(), design));
                    return edits.after(actor.tenant(), design, after, Editing.PAGE).stream()
                            .map(EditRow::applied)
                            .toList();
                });
    }

    /** Gives another name, 1 to 80 characters; needs {@code EDIT_DESIGN}; voids no approval. */
    public void rename(Actor actor, DesignId design, String name) {
        String called = Checks.name(name);
        change(
                actor,
                design,
                row -> {
                    designs.rename(actor.tenant(), row, called, now(), actor.name());
                    trail.record(
                            actor,
                            new AuditEntry("design.renamed", row.id, null, Map.of("name", called)));
                    return row;
                });
    }

    /**
     * Makes an immutable revision of the present content; needs {@code FREEZE_DESIGN} and a person.
     * The same content gives the same revision, also when it was frozen, edited and edited back.
     *
     * @throws Refusal {@code FONT_UNKNOWN}
     */
    public DesignRevision freeze(Actor actor, DesignId design) {
        actor.require(Permission.FREEZE_DESIGN);
        actor.requirePerson();
        return work.call(
                actor.tenant(),
                () -> freezing.freeze(actor, seen(actor, designs.lock(actor.tenant(), design))));
    }

    /** The revision, for an actor who has to be allowed to see it; needs {@code VIEW_DESIGN}. */
    public DesignRevision revision(Actor actor, Digest digest) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(
                actor.tenant(),
                () -> {
                    DesignRevision revision = revision(actor.tenant(), digest);
                    reach.check(actor, revision.program().value(), "revision");
                    return revision;
                });
    }

    /** The revision, for Cardloom's own work. */
    public DesignRevision revision(TenantId tenant, Digest digest) {
        return work.read(tenant, () -> freezing.find(tenant, digest))
                .orElseThrow(() -> Refusal.notFound("revision"));
    }

    private <T> T change(Actor actor, DesignId design, Function<DesignRow, T> doing) {
        actor.require(Permission.EDIT_DESIGN);
        actor.requirePerson();
        return work.call(
                actor.tenant(),
                () -> doing.apply(seen(actor, designs.lock(actor.tenant(), design))));
    }

    private DesignRow seen(Actor actor, Optional<DesignRow> found) {
        DesignRow row = found.orElseThrow(() -> Refusal.notFound("design"));
        reach.check(actor, row.programId, "design");
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
