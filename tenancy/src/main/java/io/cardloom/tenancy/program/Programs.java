package io.cardloom.tenancy.program;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to card programs; who does not take part in one never learns that it exists. */
@Component
public class Programs {

    /** Starts a program with a partner of this tenant; needs ADMINISTER. */
    public ProgramId create(Actor actor, String name, OrganizationId partner, ProductKind product) {
        throw new IllegalStateException("not built yet");
    }

    /** By name: all for the issuer's people, its own for a partner, none for a bureau. */
    public List<Program> list(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND} also when the actor's
     *     organization takes no part
     */
    public Program get(Actor actor, ProgramId id) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * For Cardloom's own work (jobs, events).
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND}
     */
    public Program get(TenantId tenant, ProgramId id) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code NOT_FOUND} when it is neither
     */
    public Side side(Actor actor, Program program) {
        throw new IllegalStateException("not built yet");
    }
}
