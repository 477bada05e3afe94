package io.cardloom.tenancy.program;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Name;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The door to card programs; who does not take part in one never learns that it exists. */
@Component
public class Programs {

    private final TenantWork work;
    private final ProgramRepository rows;
    private final Organizations organizations;
    private final AuditTrail trail;
    private final Clock clock;

    Programs(
            TenantWork work,
            ProgramRepository rows,
            Organizations organizations,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.organizations = organizations;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Starts a program with a partner of this tenant; needs ADMINISTER.
     *
     * @throws Refusal {@code NOT_FOUND} for an organization that is not here, {@code
     *     PROGRAM_PARTNER} for one that is no partner, {@code PROGRAM_NAME_TAKEN}, {@code
     *     NAME_INVALID}
     */
    public ProgramId create(Actor actor, String name, OrganizationId partner, ProductKind product) {
        actor.require(Permission.ADMINISTER);
        String checked = Name.checked(name);
        return work.call(
                actor.tenant(),
                () -> {
                    Organization with = organizations.get(actor.tenant(), partner);
                    if (with.kind() != OrganizationKind.PARTNER) {
                        throw Refusal.invalid(
                                "PROGRAM_PARTNER",
                                "A program is made with a co-brand partner. Choose an organization"
                                        + " of that kind, or add one.");
                    }
                    if (rows.isNamed(actor.tenant(), checked)) {
                        throw Refusal.conflict(
                                "PROGRAM_NAME_TAKEN",
                                "A program of that name is here already. Choose another name.");
                    }
                    return add(actor, checked, with, product);
                });
    }

    private ProgramId add(Actor actor, String name, Organization partner, ProductKind product) {
        ProgramId id = ProgramId.next(clock);
        ProgramRow row = new ProgramRow();
        row.id = id.value();
        row.name = name;
        row.issuerId = organizations.issuer(actor.tenant()).value();
        row.partnerId = partner.id().value();
        row.product = product;
        row.startedAt = clock.instant();
        rows.add(actor.tenant(), row);
        trail.record(
                actor,
                new AuditEntry(
                        "program.created",
                        id.value(),
                        null,
                        Map.of("partner", row.partnerId, "product", product.name())));
        return id;
    }

    /** By name: all for the issuer's people, its own for a partner, none for a bureau. */
    public List<Program> list(Actor actor) {
        return work.read(
                actor.tenant(),
                () ->
                        rows.all(actor.tenant()).stream()
                                .map(ProgramRow::toProgram)
                                .filter(p -> takesPart(actor, p))
                                .toList());
    }

    /**
     * @throws Refusal {@code NOT_FOUND} also when the actor's organization takes no part
     */
    public Program get(Actor actor, ProgramId id) {
        Program program = get(actor.tenant(), id);
        if (!takesPart(actor, program)) {
            throw Refusal.notFound("program");
        }
        return program;
    }

    /**
     * For Cardloom's own work (jobs, events).
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public Program get(TenantId tenant, ProgramId id) {
        return work.read(
                tenant,
                () ->
                        rows.find(tenant, id)
                                .map(ProgramRow::toProgram)
                                .orElseThrow(() -> Refusal.notFound("program")));
    }

    /**
     * On whose side the actor stands; Cardloom itself acts for the issuer.
     *
     * @throws Refusal {@code NOT_FOUND} when it is neither
     */
    public Side side(Actor actor, Program program) {
        if (actor.isSystem() || program.issuer().equals(actor.organization())) {
            return Side.ISSUER;
        }
        if (program.partner().equals(actor.organization())) {
            return Side.PARTNER;
        }
        throw Refusal.notFound("program");
    }

    private static boolean takesPart(Actor actor, Program program) {
        return actor.isSystem()
                || program.issuer().equals(actor.organization())
                || program.partner().equals(actor.organization());
    }
}
