package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.CardBodyUses;
import io.cardloom.tenancy.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Tells the card bodies which of them designs stand on; asked within the body's own work. */
@Component
class DesignsOnBodies implements CardBodyUses {

    private final DesignRepository designs;

    DesignsOnBodies(DesignRepository designs) {
        this.designs = designs;
    }

    @Override
    public boolean stand(TenantId tenant, CardBodyId body) {
        return designs.on(tenant, body);
    }
}
