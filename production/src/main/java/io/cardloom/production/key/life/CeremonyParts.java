package io.cardloom.production.key.life;

import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.share.Share;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The parts of keys that custodians bring to a ceremony and take away from it: components and
 * shares. A part is entered, its check value is compared with the envelope, and only then it
 * counts; it is never shown again to anybody. All of it needs the right to keep keys.
 */
@Component
public class CeremonyParts {

    private final CeremonyRepository repository;
    private final CeremonySteps steps;
    private final SealedParts parts;
    private final CeremonyDesk desk;
    private final TenantWork work;
    private final Clock clock;

    CeremonyParts(
            CeremonyRepository repository,
            CeremonySteps steps,
            SealedParts parts,
            CeremonyDesk desk,
            TenantWork work,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.parts = parts;
        this.desk = desk;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Enters one's component or share. It is sealed at once and does not count before {@link
     * #confirm}; entered again, it replaces the one before.
     *
     * @param typed hexadecimal, as it stands on the paper: spaces, hyphens and case do not matter;
     *     wiped when this returns, whatever comes of it
     * @return the part's check value, to be compared with the paper
     * @throws Refusal {@code PERMISSION_MISSING}, {@code PERSON_REQUIRED}; {@code NOT_FOUND};
     *     {@code CEREMONY_STATE}; {@code CEREMONY_EXPIRED}; {@code CEREMONY_NOT_YOURS}; {@code
     *     CEREMONY_ALREADY_GIVEN}; {@code CEREMONY_TAKES_NO_PARTS}; {@code
     *     KEY_COMPONENT_CHARACTERS}; {@code KEY_COMPONENT_LENGTH}; {@code KEY_COMPONENT_WEAK} when
     *     it is all zeros; {@code KEY_COMPONENT_REPEATED} when it is another custodian's
     */
    public KeyCheckValue enter(Actor actor, CeremonyId id, char[] typed) {
        byte[] part = {};
        try {
            part = PartRules.read(typed);
            return entered(actor, id, part);
        } finally {
            Arrays.fill(typed, '\0');
            Arrays.fill(part, (byte) 0);
        }
    }

    private KeyCheckValue entered(Actor actor, CeremonyId id, byte[] part) {
        KeyCheckValue[] checkValue = new KeyCheckValue[1];
        steps.take(
                actor,
                id,
                (ceremony, custodian) -> {
                    PartRules.require(ceremony, part);
                    checkValue[0] = CeremonyEnd.checkValue(ceremony, part);
                    PartRules.requireNew(
                            checkValue[0],
                            custodian,
                            repository.custodians(actor.tenant(), ceremony.id));
                    custodian.checkValue = checkValue[0].hex6();
                    custodian.part = parts.sealed(ceremony, custodian, part);
                    desk.record(
                            actor, "ceremony.partEntered", ceremony, CeremonyDesk.facts(custodian));
                });
        return checkValue[0];
    }

    /**
     * Says that the check value is the one on the paper; now the part counts, and the last one that
     * is needed brings the ceremony about. Look at its state afterwards: it may have failed.
     *
     * @throws Refusal as {@link #enter}; {@code KEY_COMPONENT_MISSING} before a part is entered
     */
    public KeyCeremony confirm(Actor actor, CeremonyId id) {
        return steps.take(
                actor,
                id,
                (ceremony, custodian) -> {
                    PartRules.requireParts(ceremony);
                    String checkValue = custodian.checkValue;
                    if (custodian.part == null || checkValue == null) {
                        throw Refusal.conflict(
                                "KEY_COMPONENT_MISSING", "Enter your part of the key first.");
                    }
                    desk.came(
                            actor,
                            ceremony,
                            custodian,
                            "ceremony.contributed",
                            Map.of("kcv", checkValue));
                });
    }

    /**
     * Wipes the part that one entered, because its check value is not the one on the paper.
     *
     * @throws Refusal as {@link #enter}
     */
    public KeyCeremony takeBack(Actor actor, CeremonyId id) {
        return steps.take(
                actor,
                id,
                (ceremony, custodian) -> {
                    PartRules.requireParts(ceremony);
                    custodian.part = null;
                    custodian.checkValue = null;
                    desk.record(
                            actor,
                            "ceremony.partTakenBack",
                            ceremony,
                            CeremonyDesk.facts(custodian));
                });
    }

    /**
     * Takes one's share away; it is shown this once, and the caller closes it.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code CEREMONY_NOT_YOURS}; {@code CEREMONY_STATE}; {@code
     *     CEREMONY_EXPIRED}; {@code SHARE_TAKEN}
     */
    public Share take(Actor actor, CeremonyId id) {
        PersonId person = CeremonySteps.person(actor);
        TenantId tenant = actor.tenant();
        return work.call(
                tenant,
                () -> {
                    CeremonyRow ceremony = desk.find(tenant, id, LockModeType.PESSIMISTIC_WRITE);
                    List<CustodianRow> all = repository.custodians(tenant, id.value());
                    CustodianRow custodian = CeremonyDesk.own(all, person);
                    byte[] part = custodian.part;
                    if (custodian.tookAt != null) {
                        throw Refusal.conflict(
                                "SHARE_TAKEN", "You took your share away; it is not shown again.");
                    }
                    steps.requireInTime(ceremony);
                    if (ceremony.state != CeremonyState.DISTRIBUTING || part == null) {
                        throw CeremonyTransitions.refused(ceremony.state);
                    }
                    Share share =
                            new Share(custodian.number, parts.opened(ceremony, custodian, part));
                    custodian.tookAt = clock.instant();
                    custodian.part = null;
                    desk.record(
                            actor, "ceremony.shareTaken", ceremony, CeremonyDesk.facts(custodian));
                    if (all.stream().allMatch(c -> c.tookAt != null)) {
                        desk.close(actor, ceremony, all, CeremonyState.COMPLETED);
                    }
                    return share;
                });
    }
}
