package io.cardloom.production.run;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Designs that are approved because the test says so. */
final class StagedDesigns extends ReleasedDesigns {

    final Set<String> voided = ConcurrentHashMap.newKeySet();
    final Set<PersonId> approvers = ConcurrentHashMap.newKeySet();
    final Set<String> moved = ConcurrentHashMap.newKeySet();

    StagedDesigns(Designs designs, Approvals approvals) {
        super(designs, approvals);
    }

    @Override
    boolean isApproved(TenantId tenant, Digest digest) {
        return !voided.contains(digest.hex64());
    }

    @Override
    Set<PersonId> approvers(TenantId tenant, Digest digest) {
        return new HashSet<>(approvers);
    }

    @Override
    String cardBody(TenantId tenant, Digest digest) {
        return moved.contains(digest.hex64()) ? "body/2" : "body/1";
    }
}
