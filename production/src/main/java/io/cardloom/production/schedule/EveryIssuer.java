package io.cardloom.production.schedule;

import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does a job's work for each issuer; what fails for one is tried again, and stops no other. */
@Component
class EveryIssuer {

    private static final Logger LOG = LoggerFactory.getLogger(EveryIssuer.class);

    private final Tenants tenants;

    EveryIssuer(Tenants tenants) {
        this.tenants = tenants;
    }

    int sum(String job, ToIntFunction<TenantId> work) {
        int sum = 0;
        for (Issuer issuer : tenants.all()) {
            try {
                sum += work.applyAsInt(issuer.id());
            } catch (RuntimeException e) {
                LOG.warn("{} of {} failed: {}", job, issuer.id(), e.toString());
            }
        }
        return sum;
    }
}
