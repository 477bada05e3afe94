package io.cardloom.designer.design;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets approval, and nobody else, say where a frozen design stands. Whoever decides on a digest
 * holds the design while doing so: an edit comes before the decision or after it, never between.
 */
@Component
public class DesignReviews {

    private final TenantWork work;
    private final DesignRepository designs;
    private final ApplicationEventPublisher events;

    DesignReviews(TenantWork work, DesignRepository designs, ApplicationEventPublisher events) {
        this.work = work;
        this.designs = designs;
        this.events = events;
    }

    /**
     * Holds the design until the surrounding work ends.
     *
     * @return whether its present content is the revision of this digest
     * @throws Refusal not found
     */
    public boolean hold(TenantId tenant, DesignId design, Digest digest) {
        return work.call(
                tenant,
                () ->
                        digest.equals(
                                designs.lock(tenant, design)
                                        .orElseThrow(() -> Refusal.notFound("design"))
                                        .digestOrNull()));
    }

    /**
     * Where the design stands now.
     *
     * @throws IllegalStateException when its present content is not the revision of this digest
     */
    public void stand(TenantId tenant, DesignId design, Digest digest, DesignState state) {
        work.run(
                tenant,
                () -> {
                    if (state == DesignState.DRAFT || !hold(tenant, design, digest)) {
                        throw new IllegalStateException("a draft does not stand in a review");
                    }
                    designs.stand(tenant, design, digest, state);
                    events.publishEvent(new DesignStateChanged(tenant, design, state));
                });
    }
}
