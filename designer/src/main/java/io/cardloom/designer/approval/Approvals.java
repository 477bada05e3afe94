package io.cardloom.designer.approval;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignReviews;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.program.Side;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door of approval.
 *
 * <p>A round is about one digest. The issuer and the partner each decide once; the revision is
 * approved when both approved. Whoever decides holds the design, so that no edit comes between;
 * unique rows stand behind that should two decide at the same moment all the same.
 */
@Component
public class Approvals {

    private final TenantWork work;
    private final ApprovalRepository rounds;
    private final Designs designs;
    private final DesignReviews reviews;
    private final Readiness readiness;
    private final Programs programs;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            TenantWork work,
            ApprovalRepository rounds,
            Designs designs,
            DesignReviews reviews,
            Readiness readiness,
            Programs programs,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.rounds = rounds;
        this.designs = designs;
        this.reviews = reviews;
        this.readiness = readiness;
        this.programs = programs;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a round for the present content of a design; needs {@code FREEZE_DESIGN} and a person.
     * An open round is given back as it is.
     *
     * @throws Refusal conflict {@code APPROVAL_STALE} (freeze the design again), {@code
     *     APPROVAL_ALREADY_DECIDED} (change the design first), {@code PREFLIGHT_MISSING}, {@code
     *     PREFLIGHT_FAILED}, {@code PROOF_MISSING}; not found
     */
    public ApprovalRound open(Actor actor, Digest digest) {
        actor.require(Permission.FREEZE_DESIGN);
        actor.requirePerson();
        return onHeld(
                actor,
                digest,
                revision -> {
                    Optional<RoundRow> latest = rounds.latest(actor.tenant(), digest);
                    if (latest.isPresent() && latest.get().state == ApprovalRound.State.OPEN) {
                        return round(actor.tenant(), latest.get());
                    }
                    if (latest.isPresent() && latest.get().state != ApprovalRound.State.VOIDED) {
                        throw Rule.decided(latest.get().state);
                    }
                    readiness.check(actor.tenant(), digest);
                    return start(actor, revision, latest.map(r -> r.number).orElse(0) + 1);
                });
    }

    private ApprovalRound start(Actor actor, DesignRevision revision, int number) {
        RoundRow row = new RoundRow();
        row.id = ApprovalRoundId.next(clock).value();
        row.digest = revision.digest().hex64();
        row.designId = revision.design().value();
        row.programId = revision.program().value();
        row.number = number;
        row.openedAt = now();
        row.openedBy = actor.requirePerson().value();
        rounds.add(actor.tenant(), row);
        reviews.stand(actor.tenant(), revision.design(), revision.digest(), DesignState.IN_REVIEW);
        trail.record(actor, entry("approval.opened", row, Map.of()));
        return round(actor.tenant(), row);
    }

    /** The latest round for this digest, for Cardloom's own work; empty when there was none. */
    public Optional<ApprovalRound> round(TenantId tenant, Digest digest) {
        return work.read(
                tenant, () -> rounds.latest(tenant, digest).map(row -> round(tenant, row)));
    }

    /**
     * The latest round for this digest, for an actor who has to be allowed to see the design; needs
     * {@code VIEW_DESIGN}; empty when there was none.
     */
    public Optional<ApprovalRound> round(Actor actor, Digest digest) {
        designs.revision(actor, digest);
        return round(actor.tenant(), digest);
    }

    /**
     * Decides for the side that the actor acts for; needs {@code DECIDE_APPROVAL} and a person.
     *
     * @param reason up to 1,000 characters; at least one when changes are required
     * @return the round with this decision in it
     * @throws Refusal conflict {@code APPROVAL_STALE} (the design changed: open it anew), {@code
     *     APPROVAL_NOT_OPEN}, {@code APPROVAL_ALREADY_DECIDED}; forbidden {@code
     *     APPROVAL_SAME_PERSON}, {@code APPROVAL_BY_DESIGNER_ONLY}; invalid {@code
     *     REASON_REQUIRED}, {@code REASON_TOO_LONG}, {@code REASON_CONTROL_CHARACTER}, {@code
     *     REASON_LOOKS_REAL}; not found
     */
    public ApprovalRound decide(Actor actor, Digest digest, Decision decision, String reason) {
        actor.require(Permission.DECIDE_APPROVAL);
        actor.requirePerson();
        String given = Rule.reason(decision, reason);
        try {
            return onHeld(actor, digest, revision -> decide(actor, revision, decision, given));
        } catch (DataIntegrityViolationException e) {
            throw Rule.decidedMeanwhile();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
                trail.recordRefusal(actor, "approval.refused", digest.hex64(), refusal);
            }
            throw refusal;
        }
    }

    private ApprovalRound decide(
            Actor actor, DesignRevision revision, Decision decision, String reason) {
        RoundRow row = openRound(actor.tenant(), revision.digest());
        Program program = programs.get(actor, revision.program());
        Side side = programs.side(actor, program);
        List<ApprovalRound.Decided> before = round(actor.tenant(), row).decisions();
        Rule.check(before, revision.authors(), side, actor.requirePerson(), decision);
        DecisionRow made = new DecisionRow();
        made.roundId = row.id;
        made.side = side;
        made.personId = actor.requirePerson().value();
        made.personName = actor.name();
        made.decision = decision;
        made.reason = reason;
        made.decidedAt = now();
        rounds.add(actor.tenant(), made);
        trail.record(
                actor,
                entry(
                        "approval.decided",
                        row,
                        Map.of(
                                "side", side.name(),
                                "decision", decision.name(),
                                "reason", reason)));
        if (decision == Decision.CHANGES_REQUIRED) {
            conclude(actor, row, revision, ApprovalRound.State.CHANGES_REQUIRED);
        } else if (!before.isEmpty()) {
            conclude(actor, row, revision, ApprovalRound.State.APPROVED);
        }
        return round(actor.tenant(), revision.digest()).orElseThrow();
    }

    private RoundRow openRound(TenantId tenant, Digest digest) {
        RoundRow row =
                rounds.latest(tenant, digest)
                        .orElseThrow(
                                () ->
                                        Refusal.conflict(
                                                "APPROVAL_NOT_OPEN",
                                                "Nobody has asked for approval of this revision"
                                                        + " yet."));
        return switch (row.state) {
            case OPEN -> row;
            case VOIDED -> throw Rule.stale();
            case APPROVED, CHANGES_REQUIRED -> throw Rule.decided(row.state);
        };
    }

    private void conclude(
            Actor actor, RoundRow row, DesignRevision revision, ApprovalRound.State state) {
        boolean approved = state == ApprovalRound.State.APPROVED;
        rounds.move(actor.tenant(), row, state);
        reviews.stand(
                actor.tenant(),
                revision.design(),
                revision.digest(),
                approved ? DesignState.APPROVED : DesignState.CHANGES_REQUIRED);
        if (approved) {
            trail.record(actor, entry("approval.approved", row, Map.of()));
            events.publishEvent(
                    new RevisionApproved(actor.tenant(), revision.design(), revision.digest()));
        }
    }

    /** Whether both sides approved this digest and the design has not changed since. */
    public boolean approved(TenantId tenant, Digest digest) {
        return work.read(
                tenant,
                () ->
                        rounds.latest(tenant, digest)
                                .map(row -> row.state == ApprovalRound.State.APPROVED)
                                .orElse(false));
    }

    /**
     * The open rounds in which the actor's side has not decided and the actor has not either,
     * longest waiting first; empty for an actor without {@code DECIDE_APPROVAL}.
     */
    public List<ApprovalRound> waitingFor(Actor actor) {
        if (actor.isSystem() || !actor.may(Permission.DECIDE_APPROVAL)) {
            return List.of();
        }
        return work.read(
                actor.tenant(),
                () -> {
                    Map<ProgramId, Side> sides =
                            programs.list(actor).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Program::id, p -> programs.side(actor, p)));
                    return sides.isEmpty()
                            ? List.<ApprovalRound>of()
                            : rounds.open(actor.tenant(), sides.keySet()).stream()
                                    .map(row -> round(actor.tenant(), row))
                                    .filter(round -> waits(actor, round, sides))
                                    .toList();
                });
    }

    private static boolean waits(Actor actor, ApprovalRound round, Map<ProgramId, Side> sides) {
        return round.decisions().stream()
                .noneMatch(
                        d ->
                                d.side() == sides.get(round.program())
                                        || d.person().equals(actor.person()));
    }

    private <T> T onHeld(Actor actor, Digest digest, Function<DesignRevision, T> doing) {
        return work.call(
                actor.tenant(),
                () -> {
                    DesignId design = designs.revision(actor, digest).design();
                    if (!reviews.hold(actor.tenant(), design, digest)) {
                        throw Rule.stale();
                    }
                    // Read again under the lock: who froze it once more may have more authors.
                    return doing.apply(designs.revision(actor, digest));
                });
    }

    private ApprovalRound round(TenantId tenant, RoundRow row) {
        return new ApprovalRound(
                new ApprovalRoundId(row.id),
                new Digest(row.digest),
                new DesignId(row.designId),
                new ProgramId(row.programId),
                row.state,
                row.openedAt,
                rounds.decisions(tenant, row).stream().map(DecisionRow::decided).toList());
    }

    private static AuditEntry entry(String action, RoundRow row, Map<String, String> details) {
        return new AuditEntry(action, row.designId, row.digest, details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
