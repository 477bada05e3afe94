package io.cardloom.designer.template;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.design.Composing;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.TemplateVersion;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.preflight.Severity;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries a version into one design: composes, judges, and asks both sides or queues it. */
@Component
class RebrandWork {

    private static final int MOST_REASONS = 3;

    private final TenantWork work;
    private final RebrandRepository rebrands;
    private final Templates templates;
    private final Composing composing;
    private final Designs designs;
    private final Preflight preflight;
    private final Proofs proofs;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RebrandWork(
            TenantWork work,
            RebrandRepository rebrands,
            Templates templates,
            Composing composing,
            Designs designs,
            Preflight preflight,
            Proofs proofs,
            Approvals approvals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.rebrands = rebrands;
        this.templates = templates;
        this.composing = composing;
        this.designs = designs;
        this.preflight = preflight;
        this.proofs = proofs;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a version makes of a design.
     *
     * @param changes empty when it changes nothing
     */
    record Composed(DesignView design, DesignDocument document, List<EditCommand.One> changes) {

        int layers() {
            return (int) changes.stream().map(EditCommand.One::id).distinct().count();
        }
    }

    /** Settles a design that is pending; one that is settled stays as it is. */
    void settle(RebrandRow rebrand, DesignId id) {
        Actor actor = rebrand.actor();
        try {
            Composed composed = compose(actor, id, rebrand.version());
            List<String> reasons =
                    composed.changes().isEmpty() ? List.of() : newFindings(actor, composed);
            if (reasons.isEmpty()) {
                carry(rebrand, actor, composed);
            } else {
                queue(rebrand, id, composed.layers(), String.join(" ", reasons));
            }
        } catch (Refusal refusal) {
            queue(rebrand, id, 0, refusal.sentence());
        }
    }

    Composed compose(Actor actor, DesignId id, TemplateVersion to) {
        TenantId tenant = actor.tenant();
        DesignView design = designs.open(actor, id);
        TemplateVersion from =
                composing.version(tenant, id).orElseThrow(() -> Refusal.notFound("template"));
        List<EditCommand.One> changes =
                Recomposition.of(
                        templates.document(tenant, from),
                        templates.document(tenant, to),
                        design.document());
        return new Composed(design, design.document().after(changes), changes);
    }

    /** What the rules find in the new document that they do not find in the old one. */
    private List<String> newFindings(Actor actor, Composed composed) {
        TenantId tenant = actor.tenant();
        DesignView design = composed.design();
        List<Finding> found =
                preflight.inspect(tenant, composed.document(), design.cardBody()).stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        Set<List<Object>> known =
                preflight.inspect(tenant, design.document(), design.cardBody()).stream()
                        .map(RebrandWork::place)
                        .collect(Collectors.toCollection(HashSet::new));
        return found.stream()
                .filter(finding -> !known.contains(place(finding)))
                .map(finding -> finding.message() + " [" + finding.rule() + "]")
                .limit(MOST_REASONS)
                .toList();
    }

    private static List<Object> place(Finding finding) {
        Object layer = finding.layer() == null ? "" : finding.layer();
        return List.of(finding.rule(), finding.face(), finding.severity(), layer);
    }

    private void carry(RebrandRow rebrand, Actor actor, Composed composed) {
        TenantId tenant = actor.tenant();
        RebrandId id = new RebrandId(rebrand.id);
        DesignId design = composed.design().id();
        work.run(
                tenant,
                () -> {
                    RebrandDesignRow row = rebrands.lock(tenant, id, design).orElseThrow();
                    if (row.outcome != RebrandOutcome.PENDING) {
                        return;
                    }
                    apply(actor, rebrand, composed);
                    row.outcome = next(actor, composed);
                    row.changes = composed.layers();
                    settled(tenant, row, "");
                });
    }

    private RebrandOutcome next(Actor actor, Composed composed) {
        if (composed.changes().isEmpty()) {
            return RebrandOutcome.UNCHANGED;
        }
        if (composed.design().state() == DesignState.DRAFT) {
            return RebrandOutcome.DRAFT;
        }
        Digest digest = designs.freeze(actor, composed.design().id()).digest();
        preflight.judge(actor, digest);
        proofs.issue(actor, digest);
        approvals.open(actor, digest);
        return RebrandOutcome.IN_REVIEW;
    }

    /**
     * Makes the edit.
     *
     * @throws Refusal {@code DESIGN_MOVED}: somebody edited it since it was composed
     */
    void apply(Actor actor, RebrandRow rebrand, Composed composed) {
        composing.compose(
                actor,
                composed.design().id(),
                composed.design().number(),
                rebrand.version(),
                composed.changes(),
                new EditOrigin(rebrand.id, 1));
    }

    private void queue(RebrandRow rebrand, DesignId design, int changes, String reason) {
        TenantId tenant = rebrand.actor().tenant();
        work.run(
                tenant,
                () -> {
                    RebrandDesignRow row =
                            rebrands.lock(tenant, new RebrandId(rebrand.id), design).orElseThrow();
                    if (row.outcome == RebrandOutcome.PENDING) {
                        row.outcome = RebrandOutcome.QUEUED;
                        row.changes = changes;
                        settled(tenant, row, reason);
                    }
                });
    }

    void settled(TenantId tenant, RebrandDesignRow row, String reason) {
        row.reason = reason.length() > 1_000 ? reason.substring(0, 999) + "…" : reason;
        row.settledAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rebrands.settle(tenant, row);
        events.publishEvent(new RebrandMoved(tenant, new RebrandId(row.rebrandId)));
    }
}
