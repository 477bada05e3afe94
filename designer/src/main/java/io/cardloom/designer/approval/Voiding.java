package io.cardloom.designer.approval;

import io.cardloom.designer.design.DesignEdited;
import io.cardloom.designer.design.DesignFrozen;
import io.cardloom.designer.design.DesignId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Voids what was said of a content that a design no longer has, in the same work that changed it:
 * there is no moment in which both hold.
 */
@Component
class Voiding {

    private final ApprovalRepository rounds;
    private final AuditTrail trail;

    Voiding(ApprovalRepository rounds, AuditTrail trail) {
        this.rounds = rounds;
        this.trail = trail;
    }

    @EventListener
    void on(DesignEdited edited) {
        rounds.standing(edited.tenant(), edited.design())
                .forEach(
                        round ->
                                voided(
                                        edited.tenant(),
                                        edited.design(),
                                        round,
                                        "edited, number " + edited.number()));
    }

    /** Frozen anew without an edit: on a newer version of its card body. */
    @EventListener
    void on(DesignFrozen frozen) {
        rounds.standing(frozen.tenant(), frozen.design()).stream()
                .filter(round -> !round.digest.equals(frozen.digest().hex64()))
                .forEach(
                        round ->
                                voided(
                                        frozen.tenant(),
                                        frozen.design(),
                                        round,
                                        "frozen as " + frozen.digest().brief()));
    }

    private void voided(TenantId tenant, DesignId design, RoundRow round, String why) {
        rounds.move(tenant, round, ApprovalRound.State.VOIDED);
        trail.record(
                Actor.system(tenant, "Cardloom"),
                new AuditEntry(
                        "approval.voided",
                        design.value(),
                        round.digest,
                        Map.of("was", round.state.name(), "because", why)));
    }
}
