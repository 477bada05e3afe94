package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.tenant.TenantId;

/** Whether anything is drawn on a card body; answered by whoever keeps drawings. */
public interface CardBodyUses {

    /** True when at least one design stands on any version of the body. */
    boolean stand(TenantId tenant, CardBodyId body);
}
