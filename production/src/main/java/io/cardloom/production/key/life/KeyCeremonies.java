package io.cardloom.production.key.life;

import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.share.Share;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/**
 * Key ceremonies: whatever is done to an issuer's key is done by several custodians together, each
 * under her own sign-in (dual control and split knowledge; PCI Card Production, Logical, 8.1 to
 * 8.4). Nobody ever holds a quorum, nobody ever gets a second part of the same key, every step is
 * in the audit trail, and of keys and parts only check values are shown. All of it needs the right
 * to keep keys.
 */
@Component
public class KeyCeremonies {

    /** Ceremonies of one page at most. */
    public static final int PAGE = 100;

    private final CeremonyRepository repository;
    private final CeremonyRules rules;
    private final CeremonyEnd end;
    private final SealedParts parts;
    private final CeremonyDesk desk;
    private final KeyBook book;
    private final TenantWork work;
    private final Clock clock;

    KeyCeremonies(
            CeremonyRepository repository,
            CeremonyRules rules,
            CeremonyEnd end,
            SealedParts parts,
            CeremonyDesk desk,
            KeyBook book,
            TenantWork work,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.end = end;
        this.parts = parts;
        this.desk = desk;
        this.book = book;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Calls a ceremony. Not to be called inside a tenant's work.
     *
     * @throws Refusal {@code PERMISSION_MISSING}, {@code PERSON_REQUIRED}; {@code
     *     CEREMONY_CUSTODIANS}, {@code CEREMONY_CUSTODIAN_TWICE}, {@code CUSTODIAN_UNKNOWN} or
     *     {@code CUSTODIAN_WITHOUT_SHARE}; {@code CEREMONY_QUORUM}; {@code REASON_REQUIRED} or
     *     {@code REASON_TOO_LONG}; {@code KEY_NAME}, {@code KEY_NAME_TAKEN}, {@code KEY_KIND},
     *     {@code KEY_NOT_SHARED} or {@code KEY_NOT_PROTECTING}; those of a key block; {@code
     *     NOT_FOUND}
     */
    public KeyCeremony open(Actor actor, CeremonyPlan plan) {
        PersonId opener = person(actor);
        CeremonyRules.custodians(plan);
        plan.custodians().forEach(custodian -> desk.requireCustodian(actor.tenant(), custodian));
        return work.call(
                actor.tenant(),
                () -> {
                    CeremonyRow row = rules.row(actor.tenant(), plan);
                    Map<PersonId, Integer> numbers = rules.numbers(actor.tenant(), plan);
                    row.id = CeremonyId.next(clock).value();
                    row.openedBy = opener.value();
                    row.openedAt = clock.instant();
                    repository.add(actor.tenant(), row);
                    numbers.forEach(
                            (custodian, number) ->
                                    repository.add(
                                            actor.tenant(),
                                            new CustodianRow(row, custodian, number)));
                    parts.open(row);
                    desk.record(
                            actor,
                            "ceremony.opened",
                            row,
                            Map.of("custodians", Integer.toString(numbers.size())));
                    return CeremonyDesk.read(row, repository.custodians(actor.tenant(), row.id));
                });
    }

    /** Newest first; limit 1 to {@link #PAGE}. */
    public List<KeyCeremony> list(Actor actor, int offset, int limit) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () ->
                        repository
                                .page(tenant, Math.max(0, offset), Math.clamp(limit, 1, PAGE))
                                .stream()
                                .map(
                                        row ->
                                                CeremonyDesk.read(
                                                        row, repository.custodians(tenant, row.id)))
                                .toList());
    }

    /**
     * @throws Refusal {@code NOT_FOUND}
     */
    public KeyCeremony get(Actor actor, CeremonyId id) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () ->
                        CeremonyDesk.read(
                                desk.find(tenant, id, LockModeType.NONE),
                                repository.custodians(tenant, id.value())));
    }

    /**
     * Attends; the last one who is needed brings the ceremony about. Look at its state afterwards:
     * it may have failed.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code CEREMONY_STATE}; {@code CEREMONY_NOT_YOURS}; {@code
     *     CEREMONY_ALREADY_GIVEN}; {@code CEREMONY_TAKES_PARTS} when a part is to be brought
     */
    public KeyCeremony attend(Actor actor, CeremonyId id) {
        return within(
                actor,
                id,
                (ceremony, custodian) -> {
                    if (ceremony.kind.takesParts()) {
                        throw Refusal.invalid(
                                "CEREMONY_TAKES_PARTS", "Enter the part that you hold.");
                    }
                    desk.came(actor, ceremony, custodian, "ceremony.attended", Map.of());
                });
    }

    /**
     * Brings a component or share. The same as {@link #attend} otherwise.
     *
     * @param part wiped when this returns, whatever comes of it
     * @throws Refusal as {@link #attend}; {@code KEY_COMPONENT_LENGTH}; {@code KEY_COMPONENT_WEAK}
     *     when it is all zeros, {@code KEY_COMPONENT_REPEATED} when it is another custodian's
     */
    public KeyCeremony contribute(Actor actor, CeremonyId id, byte[] part) {
        try {
            return within(
                    actor,
                    id,
                    (ceremony, custodian) -> {
                        PartRules.require(ceremony, part);
                        KeyCheckValue checkValue = CeremonyEnd.checkValue(ceremony, part);
                        PartRules.requireNew(
                                checkValue, repository.custodians(actor.tenant(), ceremony.id));
                        custodian.checkValue = checkValue.hex6();
                        custodian.part = parts.sealed(ceremony, custodian, part);
                        desk.came(
                                actor,
                                ceremony,
                                custodian,
                                "ceremony.contributed",
                                Map.of("kcv", checkValue.hex6()));
                    });
        } finally {
            Arrays.fill(part, (byte) 0);
        }
    }

    /**
     * Takes one's share away; it is shown this once, and the caller closes it.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code CEREMONY_NOT_YOURS}; {@code CEREMONY_STATE}; {@code
     *     SHARE_TAKEN}
     */
    public Share take(Actor actor, CeremonyId id) {
        PersonId person = person(actor);
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

    /**
     * Calls a ceremony off; every part in it is wiped. A key whose shares were being taken away is
     * destroyed.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code CEREMONY_NOT_YOURS}; {@code CEREMONY_STATE}; {@code
     *     REASON_REQUIRED}
     */
    public KeyCeremony abandon(Actor actor, CeremonyId id, String reason) {
        PersonId person = person(actor);
        TenantId tenant = actor.tenant();
        if (reason.isBlank() || reason.length() > 400) {
            throw Refusal.invalid("REASON_REQUIRED", "Say why, in up to 400 characters.");
        }
        return work.call(
                tenant,
                () -> {
                    CeremonyRow ceremony = desk.find(tenant, id, LockModeType.PESSIMISTIC_WRITE);
                    List<CustodianRow> all = repository.custodians(tenant, id.value());
                    if (!ceremony.openedBy.equals(person.value())) {
                        CeremonyDesk.own(all, person);
                    }
                    boolean distributing = ceremony.state == CeremonyState.DISTRIBUTING;
                    desk.close(actor, ceremony, all, CeremonyState.ABANDONED);
                    ceremony.reason = reason;
                    if (distributing) {
                        book.move(actor, CeremonyEnd.version(ceremony), KeyVerb.DESTROY);
                    }
                    return CeremonyDesk.read(ceremony, all);
                });
    }

    private KeyCeremony within(
            Actor actor, CeremonyId id, BiConsumer<CeremonyRow, CustodianRow> step) {
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
                    if (ceremony.state != CeremonyState.OPEN) {
                        throw CeremonyTransitions.refused(ceremony.state);
                    }
                    step.accept(ceremony, custodian);
                    if (all.stream().filter(c -> c.cameAt != null).count() >= ceremony.needed) {
                        CeremonyState to = end.reach(actor, ceremony, all);
                        if (to.closed()) {
                            desk.close(actor, ceremony, all, to);
                        } else {
                            ceremony.moved(to, clock.instant());
                        }
                    }
                    return CeremonyDesk.read(ceremony, all);
                });
    }

    private static PersonId person(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return actor.requirePerson();
    }
}
