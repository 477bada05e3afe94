package io.cardloom.designer.approval;

import io.cardloom.designer.design.Digest;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.preflight.Severity;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What has to be there before anybody is asked to approve: a clean preflight and a proof. */
@Component
class Readiness {

    private final Preflight preflight;
    private final Proofs proofs;

    Readiness(Preflight preflight, Proofs proofs) {
        this.preflight = preflight;
        this.proofs = proofs;
    }

    /**
     * @throws Refusal conflict {@code PREFLIGHT_MISSING}, {@code PREFLIGHT_FAILED} or {@code
     *     PROOF_MISSING}
     */
    void check(TenantId tenant, Digest digest) {
        PreflightReport report =
                preflight
                        .find(tenant, digest)
                        .orElseThrow(
                                () ->
                                        Refusal.conflict(
                                                "PREFLIGHT_MISSING",
                                                "Preflight has not judged this revision; let it"
                                                        + " judge before asking for approval."));
        if (!report.passes()) {
            throw Refusal.conflict(
                    "PREFLIGHT_FAILED",
                    "Preflight found "
                            + report.count(Severity.ERROR)
                            + " errors; mend them, then freeze the design again.");
        }
        if (proofs.find(tenant, digest).isEmpty()) {
            throw Refusal.conflict(
                    "PROOF_MISSING",
                    "There is no proof of this revision; issue it before asking for approval.");
        }
    }
}
