package io.cardloom.production.key.life;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What a custodian does in a ceremony that waits for her, one at a time. */
@Component
class CeremonySteps {

    private final CeremonyRepository repository;
    private final CeremonyDesk desk;
    private final CeremonyEnd end;
    private final TenantWork work;
    private final Clock clock;

    CeremonySteps(
            CeremonyRepository repository,
            CeremonyDesk desk,
            CeremonyEnd end,
            TenantWork work,
            Clock clock) {
        this.repository = repository;
        this.desk = desk;
        this.end = end;
        this.work = work;
        this.clock = clock;
    }

    /** The person who keeps keys; nobody else takes a step. */
    static PersonId person(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return actor.requirePerson();
    }

    /** Takes the step; once enough have come, what the ceremony is for is done. */
    KeyCeremony take(Actor actor, CeremonyId id, BiConsumer<CeremonyRow, CustodianRow> step) {
        PersonId person = person(actor);
        TenantId tenant = actor.tenant();
        return work.call(
                tenant,
                () -> {
                    CeremonyRow ceremony = desk.find(tenant, id, LockModeType.PESSIMISTIC_WRITE);
                    List<CustodianRow> all = repository.custodians(tenant, id.value());
                    CustodianRow custodian = CeremonyDesk.own(all, person);
                    if (custodian.cameAt != null) {
                        throw Refusal.conflict(
                                "CEREMONY_ALREADY_GIVEN",
                                "You did your part; another custodian has to do hers.");
                    }
                    requireInTime(ceremony);
                    if (ceremony.state != CeremonyState.OPEN) {
                        throw CeremonyTransitions.refused(ceremony.state);
                    }
                    step.accept(ceremony, custodian);
                    if (all.stream().filter(c -> c.cameAt != null).count() >= ceremony.needed) {
                        reach(actor, ceremony, all);
                    }
                    return CeremonyDesk.read(ceremony, all);
                });
    }

    private void reach(Actor actor, CeremonyRow ceremony, List<CustodianRow> all) {
        CeremonyState to = end.reach(actor, ceremony, all);
        if (to.closed()) {
            desk.close(actor, ceremony, all, to);
        } else {
            ceremony.moved(to, clock.instant());
        }
    }

    /** What is open after its time waits for the clock that closes it, and takes no step more. */
    void requireInTime(CeremonyRow ceremony) {
        if (!ceremony.state.closed() && !clock.instant().isBefore(ceremony.expiresAt)) {
            throw Refusal.conflict(
                    "CEREMONY_EXPIRED",
                    "The ceremony ran out of time, and what was brought to it is wiped. Call"
                            + " another one when all its custodians are there.");
        }
    }
}
