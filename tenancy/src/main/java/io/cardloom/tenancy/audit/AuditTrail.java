package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.permission.Actor;
import java.io.OutputStream;
import java.util.List;
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

    /** Newest first; needs READ_AUDIT. */
    public List<AuditRecord> page(Actor actor, AuditFilter filter, int offset, int limit) {
        throw new IllegalStateException("not built yet");
    }

    public long count(Actor actor, AuditFilter filter) {
        throw new IllegalStateException("not built yet");
    }

    /** Everything that happened to a digest, oldest first; needs READ_AUDIT. */
    public List<AuditRecord> story(Actor actor, String digest) {
        throw new IllegalStateException("not built yet");
    }

    /** The whole trail as JSON lines with signed heads; see {@code VerifyAudit}. */
    public void export(Actor actor, OutputStream out) {
        throw new IllegalStateException("not built yet");
    }
}
