package io.cardloom.production.run;

import io.cardloom.designer.approval.ApprovalRound;
import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.approval.Decision;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The little that a run has to know about the design it makes. */
@Component
class ReleasedDesigns {

    private final Designs designs;
    private final Approvals approvals;

    ReleasedDesigns(Designs designs, Approvals approvals) {
        this.designs = designs;
        this.approvals = approvals;
    }

    boolean isApproved(TenantId tenant, Digest digest) {
        return approvals.approved(tenant, digest);
    }

    /** Whose approval it has, of both sides. */
    Set<PersonId> approvers(TenantId tenant, Digest digest) {
        return approvals.round(tenant, digest).stream()
                .flatMap(r -> r.decisions().stream())
                .filter(d -> d.decision() == Decision.APPROVED)
                .map(ApprovalRound.Decided::person)
                .collect(Collectors.toSet());
    }

    /** The plastic it was frozen on: id and version. */
    String cardBody(TenantId tenant, Digest digest) {
        CardBody body = designs.revision(tenant, digest).cardBody();
        return body.id() + "/" + body.version();
    }
}
