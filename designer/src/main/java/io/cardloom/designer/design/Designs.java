package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door of the designs. */
@Component
public class Designs {

    Designs() {}

    public DesignId create(Actor actor, ProgramId program, CardBodyId cardBody, String name) {
        throw new IllegalStateException("not built yet");
    }

    public List<DesignSummary> list(Actor actor, String query, int offset, int limit) {
        throw new IllegalStateException("not built yet");
    }

    public long count(Actor actor, String query) {
        throw new IllegalStateException("not built yet");
    }

    public DesignView open(Actor actor, DesignId design) {
        throw new IllegalStateException("not built yet");
    }

    public AppliedEdit apply(
            Actor actor, DesignId design, long base, EditCommand command, EditOrigin origin) {
        throw new IllegalStateException("not built yet");
    }

    public List<AppliedEdit> edits(Actor actor, DesignId design, long after) {
        throw new IllegalStateException("not built yet");
    }

    public AppliedEdit undo(Actor actor, DesignId design, EditOrigin origin) {
        throw new IllegalStateException("not built yet");
    }

    public AppliedEdit redo(Actor actor, DesignId design, EditOrigin origin) {
        throw new IllegalStateException("not built yet");
    }

    public void rename(Actor actor, DesignId design, String name) {
        throw new IllegalStateException("not built yet");
    }

    public DesignRevision freeze(Actor actor, DesignId design) {
        throw new IllegalStateException("not built yet");
    }

    /** The revision, for a person who has to be allowed to see it. */
    public DesignRevision revision(Actor actor, Digest digest) {
        throw new IllegalStateException("not built yet");
    }

    /** The revision, for Cardloom's own work. */
    public DesignRevision revision(TenantId tenant, Digest digest) {
        throw new IllegalStateException("not built yet");
    }
}
