package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.asset.Assets;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts one edit on a locked design: the head, the edit's row, the trail and the news, at once. */
@Component
class Editing {

    /** How many edits are read at once. */
    static final int PAGE = 500;

    /** How many of her own edits a person can take back. */
    static final int OWN = 200;

    /** How many of a design's latest edits are looked through for them at most. */
    private static final int FARTHEST = 5_000;

    private final DesignRepository designs;
    private final EditRepository edits;
    private final Assets assets;
    private final Faces faces;
    private final Reach reach;
    private final Switches switches;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Editing(
            DesignRepository designs,
            EditRepository edits,
            Assets assets,
            Faces faces,
            Reach reach,
            Switches switches,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.designs = designs;
        this.edits = edits;
        this.assets = assets;
        this.faces = faces;
        this.reach = reach;
        this.switches = switches;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The edit that this origin sent before, if it did.
     *
     * @throws Refusal {@code ORIGIN_REUSED} when that was not of this kind
     */
    Optional<AppliedEdit> before(
            Actor actor, DesignRow row, EditOrigin origin, AppliedEdit.Kind kind) {
        Optional<AppliedEdit> before =
                edits.from(actor.tenant(), row.designId(), actor.requirePerson(), origin)
                        .map(EditRow::applied);
        if (before.isPresent() && before.get().kind() != kind) {
            throw reused();
        }
        return before;
    }

    /**
     * @throws Refusal {@code ORIGIN_REUSED} when it is not the command that was sent before
     */
    static AppliedEdit same(AppliedEdit before, EditCommand command) {
        if (!before.command().equals(command)) {
            throw reused();
        }
        return before;
    }

    private static Refusal reused() {
        return Refusal.conflict(
                "ORIGIN_REUSED",
                "The editor gave two different edits the same number; open the design again.");
    }

    /**
     * @throws Refusal {@code BASE_AHEAD}, or the refusal of the command
     */
    AppliedEdit edit(
            Actor actor, DesignRow row, long base, EditCommand command, EditOrigin origin) {
        if (base > row.number) {
            throw Refusal.conflict(
                    "BASE_AHEAD",
                    "The editor shows edits that the server does not have; open the design again.");
        }
        return put(actor, row, command, origin, AppliedEdit.Kind.EDIT, 0);
    }

    /** What a template makes of the design; see {@link EditPlan.Side#TEMPLATE}. */
    void compose(Actor actor, DesignRow row, EditCommand command, EditOrigin origin) {
        put(actor, row, command, origin, AppliedEdit.Kind.EDIT, 0, EditPlan.Side.TEMPLATE);
    }

    /**
     * @throws Refusal {@code NOTHING_TO_UNDO}
     */
    AppliedEdit undo(Actor actor, DesignRow row, EditOrigin origin) {
        EditHistory.Step step =
                history(actor, row)
                        .undo(actor.requirePerson(), DesignJson.read(row.document))
                        .orElseThrow(
                                () ->
                                        Refusal.conflict(
                                                "NOTHING_TO_UNDO",
                                                "There is no edit of yours left to take back that"
                                                        + " nobody has changed since."));
        return put(actor, row, step.command(), origin, AppliedEdit.Kind.UNDO, step.refers());
    }

    /**
     * @throws Refusal {@code NOTHING_TO_REDO}
     */
    AppliedEdit redo(Actor actor, DesignRow row, EditOrigin origin) {
        EditHistory.Step step =
                history(actor, row)
                        .redo(actor.requirePerson(), DesignJson.read(row.document))
                        .orElseThrow(
                                () ->
                                        Refusal.conflict(
                                                "NOTHING_TO_REDO",
                                                "There is nothing that you took back since your"
                                                        + " last edit."));
        return put(actor, row, step.command(), origin, AppliedEdit.Kind.REDO, step.refers());
    }

    private EditHistory history(Actor actor, DesignRow row) {
        TenantId tenant = actor.tenant();
        long before =
                edits.ownBefore(tenant, row.designId(), actor.requirePerson(), OWN).orElse(0L);
        long after = Math.max(before, row.number - FARTHEST);
        return new EditHistory(
                edits.after(tenant, row.designId(), after, FARTHEST).stream()
                        .map(EditRow::past)
                        .toList());
    }

    private AppliedEdit put(
            Actor actor,
            DesignRow row,
            EditCommand command,
            EditOrigin origin,
            AppliedEdit.Kind kind,
            long refers) {
        return put(actor, row, command, origin, kind, refers, reach.side(actor));
    }

    private AppliedEdit put(
            Actor actor,
            DesignRow row,
            EditCommand command,
            EditOrigin origin,
            AppliedEdit.Kind kind,
            long refers,
            EditPlan.Side side) {
        TenantId tenant = actor.tenant();
        DesignDocument before = DesignJson.read(row.document);
        EditPlan plan = EditPlan.of(before, command, side);
        boolean anew = kind != AppliedEdit.Kind.UNDO && side != EditPlan.Side.TEMPLATE;
        checkContents(tenant, before, plan, anew);
        if (anew) {
            switches.check(tenant, new ProgramId(row.programId), before, plan);
        }
        String document = CanonicalJson.bounded(DesignJson.write(plan.document()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tell(actor, row, origin);
        EditRow edit = row(actor.requirePerson(), actor.name(), row, plan, origin, now);
        edit.kind = kind;
        edit.refers = refers;
        edits.add(tenant, edit);
        designs.advance(tenant, row, document, now, actor.name());
        events.publishEvent(new DesignEdited(tenant, row.designId(), edit.number));
        if (row.state != DesignState.DRAFT) {
            events.publishEvent(new DesignStateChanged(tenant, row.designId(), DesignState.DRAFT));
        }
        return edit.applied();
    }

    private static EditRow row(
            PersonId person,
            String name,
            DesignRow design,
            EditPlan plan,
            EditOrigin origin,
            Instant now) {
        EditRow edit = new EditRow();
        edit.designId = design.id;
        edit.number = design.number + 1;
        edit.personId = person.value();
        edit.personName = name;
        edit.session = origin.session();
        edit.sequence = origin.sequence();
        edit.command = CanonicalJson.bounded(DesignJson.write(plan.command()));
        edit.inverse = CanonicalJson.bounded(DesignJson.write(plan.inverse()));
        edit.appliedAt = now;
        return edit;
    }

    /** A picture that was uploaded, a font that is there: only what can be printed is kept. */
    private void checkContents(
            TenantId tenant, DesignDocument before, EditPlan plan, boolean anew) {
        plan.command().ones().stream()
                .map(EditCommand.One::id)
                .distinct()
                .filter(plan.document().layers()::containsKey)
                .forEach(
                        id -> {
                            Layer layer = Objects.requireNonNull(plan.document().layers().get(id));
                            Layer was = before.layers().get(id);
                            checkContent(tenant, was, layer.content(), anew);
                        });
    }

    private void checkContent(
            TenantId tenant, @Nullable Layer before, Content content, boolean anew) {
        switch (content) {
            case Pictured picture -> checkAsset(tenant, picture.asset());
            case Typeset typeset -> faces.requireFor(tenant, before, typeset, anew);
            case ShapeContent shape -> {}
            case PathContent path -> {}
            case CodeContent code -> {}
            case SlotContent slot -> {}
        }
    }

    private void checkAsset(TenantId tenant, AssetDigest asset) {
        try {
            assets.get(tenant, asset);
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.NOT_FOUND
                    ? Refusal.invalid(
                            "ASSET_UNKNOWN",
                            "There is no such picture; upload it before placing it.")
                    : refusal;
        }
    }

    /** The trail tells of a sitting once, and of every edit that made a frozen design a draft. */
    private void tell(Actor actor, DesignRow row, EditOrigin origin) {
        if (row.state != DesignState.DRAFT) {
            Map<String, String> details = new TreeMap<>();
            details.put("was", row.state.name());
            details.put("number", Long.toString(row.number + 1));
            trail.record(actor, new AuditEntry("design.reopened", row.id, row.digest, details));
        }
        if (!edits.hasEdited(
                actor.tenant(), row.designId(), actor.requirePerson(), origin.session())) {
            trail.record(
                    actor,
                    new AuditEntry(
                            "design.edited",
                            row.id,
                            null,
                            Map.of("number", Long.toString(row.number + 1))));
        }
    }
}
