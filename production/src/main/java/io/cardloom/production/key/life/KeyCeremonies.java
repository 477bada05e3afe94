package io.cardloom.production.key.life;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.identity.Person;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
    private final CeremonySteps steps;
    private final SealedParts parts;
    private final CeremonyDesk desk;
    private final Memberships memberships;
    private final AuditTrail trail;
    private final KeyLifeSettings settings;
    private final TenantWork work;
    private final Clock clock;

    KeyCeremonies(
            CeremonyRepository repository,
            CeremonyRules rules,
            CeremonySteps steps,
            SealedParts parts,
            CeremonyDesk desk,
            Memberships memberships,
            AuditTrail trail,
            KeyLifeSettings settings,
            TenantWork work,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.steps = steps;
        this.parts = parts;
        this.desk = desk;
        this.memberships = memberships;
        this.trail = trail;
        this.settings = settings;
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
        PersonId opener = CeremonySteps.person(actor);
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
                    row.expiresAt = row.openedAt.plus(settings.ceremony());
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
     *     CEREMONY_ALREADY_GIVEN}; {@code CEREMONY_EXPIRED}; {@code CEREMONY_TAKES_PARTS} when a
     *     part is to be brought, with {@link CeremonyParts}
     */
    public KeyCeremony attend(Actor actor, CeremonyId id) {
        return steps.take(
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
     * Calls a ceremony off; every part in it is wiped. A key whose shares were being taken away is
     * destroyed.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code CEREMONY_NOT_YOURS}; {@code CEREMONY_STATE}; {@code
     *     REASON_REQUIRED}
     */
    public KeyCeremony abandon(Actor actor, CeremonyId id, String reason) {
        PersonId person = CeremonySteps.person(actor);
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
                    desk.abandon(actor, ceremony, all, reason);
                    return CeremonyDesk.read(ceremony, all);
                });
    }

    /** Who can be named for a ceremony: the issuer's key custodians, by name. */
    public List<Person> custodians(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return memberships.holding(actor.tenant(), Role.KEY_CUSTODIAN);
    }

    /**
     * What the trail says of a ceremony, oldest first, {@link AuditTrail#PAGE} entries at most.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public List<AuditRecord> history(Actor actor, CeremonyId id) {
        get(actor, id);
        return trail.page(
                        Actor.system(actor.tenant(), "Key ceremonies"),
                        new AuditFilter(null, null, id.value(), null, null, null),
                        0,
                        AuditTrail.PAGE)
                .reversed();
    }

    /** How many there are. */
    public long count(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return work.read(actor.tenant(), () -> repository.count(actor.tenant()));
    }
}
