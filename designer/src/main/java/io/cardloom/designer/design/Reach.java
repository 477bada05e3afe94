package io.cardloom.designer.design;

import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far an actor's eyes reach: the programs that her organization takes part in. */
@Component
class Reach {

    private final Programs programs;
    private final Organizations organizations;

    Reach(Programs programs, Organizations organizations) {
        this.programs = programs;
        this.organizations = organizations;
    }

    /**
     * @throws Refusal not found, as if the thing were not there, when the program is another's
     */
    void check(Actor actor, String programId, String what) {
        ProgramId program = new ProgramId(programId);
        if (actor.isSystem()) {
            programs.get(actor.tenant(), program);
            return;
        }
        try {
            programs.get(actor, program);
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.NOT_FOUND ? Refusal.notFound(what) : refusal;
        }
    }

    /** Whether the actor edits for the issuer or for a partner; Cardloom itself is the issuer's. */
    EditPlan.Side side(Actor actor) {
        return actor.isSystem() || organizations.issuer(actor.tenant()).equals(actor.organization())
                ? EditPlan.Side.ISSUER
                : EditPlan.Side.PARTNER;
    }

    List<ProgramId> programs(Actor actor) {
        return programs.list(actor).stream().map(Program::id).toList();
    }
}
