package io.cardloom.designer.design;

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

    Reach(Programs programs) {
        this.programs = programs;
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

    List<ProgramId> programs(Actor actor) {
        return programs.list(actor).stream().map(Program::id).toList();
    }
}
