package io.cardloom.production.key.life;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who holds which part of a key, on paper, and whom it passes to. */
@Component
public class KeyCustody {

    private final CeremonyRepository repository;
    private final CeremonyDesk desk;
    private final KeyBook book;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    KeyCustody(
            CeremonyRepository repository,
            CeremonyDesk desk,
            KeyBook book,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.desk = desk;
        this.book = book;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who holds the parts of a version now, by the part's number; empty when it has none. Needs the
     * right to keep keys.
     */
    public Map<Integer, PersonId> holders(Actor actor, KeyVersionId version) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () -> {
                    Map<Integer, PersonId> holders = new TreeMap<>();
                    repository
                            .components(tenant, version)
                            .forEach(c -> holders.put(c.number, new PersonId(c.personId)));
                    return holders;
                });
    }

    /**
     * Hands the envelope with one's component or share over to another custodian, who never held
     * one of the same key; whoever hands it over never gets another either. Not to be called inside
     * a tenant's work.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code COMPONENT_NOT_HELD}; {@code CUSTODIAN_UNKNOWN};
     *     {@code CUSTODIAN_SECOND_COMPONENT}
     */
    public void handOver(Actor actor, KeyVersionId version, PersonId to) {
        actor.require(Permission.KEEP_KEYS);
        PersonId person = actor.requirePerson();
        TenantId tenant = actor.tenant();
        desk.requireCustodian(tenant, to);
        work.run(
                tenant,
                () -> {
                    IssuerKeyVersion key = book.version(tenant, version);
                    List<ComponentRow> held = repository.components(tenant, version);
                    ComponentRow given = PartRules.held(held, person);
                    PartRules.requireFirst(held, to);
                    repository.add(
                            tenant,
                            new ComponentRow(
                                    tenant.value(),
                                    version,
                                    to,
                                    given.number,
                                    given.turn + 1,
                                    clock.instant()));
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "key.componentHandedOver",
                                    version.value(),
                                    null,
                                    Map.of(
                                            "number", Integer.toString(given.number),
                                            "to", to.value(),
                                            "kcv", key.checkValue().hex6())));
                });
    }
}
