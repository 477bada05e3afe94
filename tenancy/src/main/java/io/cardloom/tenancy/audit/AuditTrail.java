package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.permission.Actor;
import org.springframework.stereotype.Component;

/** The door of the trail: records in the transaction of the change itself. */
@Component
public class AuditTrail {

    /**
     * Appends one entry to the actor's tenant's chain.
     *
     * @throws IllegalStateException when no transaction is open, so that nothing is ever recorded
     *     that did not happen, nor happens without being recorded
     */
    public void record(Actor actor, AuditEntry entry) {
        throw new IllegalStateException("the trail is not laid yet");
    }
}
