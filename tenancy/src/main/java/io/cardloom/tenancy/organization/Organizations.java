package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
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

/** The door to an issuer's partners and bureaus. */
@Component
public class Organizations {

    private final TenantWork work;
    private final OrganizationRepository rows;
    private final AuditTrail trail;
    private final Clock clock;

    Organizations(TenantWork work, OrganizationRepository rows, AuditTrail trail, Clock clock) {
        this.work = work;
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Adds a partner or a bureau; needs ADMINISTER.
     *
     * @throws Refusal {@code ORGANIZATION_KIND} for a second issuer, {@code
     *     ORGANIZATION_NAME_TAKEN}, {@code NAME_INVALID}
     */
    public OrganizationId add(Actor actor, OrganizationKind kind, String name) {
        actor.require(Permission.ADMINISTER);
        if (kind == OrganizationKind.ISSUER) {
            throw Refusal.invalid(
                    "ORGANIZATION_KIND",
                    "A tenant has one issuer. Add a partner or a bureau, or found another tenant.");
        }
        String checked = Name.checked(name);
        return work.call(
                actor.tenant(),
                () -> {
                    if (rows.isNamed(actor.tenant(), checked)) {
                        throw Refusal.conflict(
                                "ORGANIZATION_NAME_TAKEN",
                                "An organization of that name is here already. Use it, or choose"
                                        + " another name.");
                    }
                    OrganizationId id = OrganizationId.next(clock);
                    OrganizationRow row = new OrganizationRow();
                    row.id = id.value();
                    row.kind = kind;
                    row.name = checked;
                    row.addedAt = clock.instant();
                    rows.add(actor.tenant(), row);
                    trail.record(
                            actor,
                            new AuditEntry(
                                    "organization.added",
                                    id.value(),
                                    null,
                                    Map.of("kind", kind.name())));
                    return id;
                });
    }

    /** By name: all of them for the issuer's people, the issuer and oneself for the others. */
    public List<Organization> list(Actor actor) {
        return work.read(
                actor.tenant(),
                () -> {
                    List<Organization> all =
                            rows.all(actor.tenant()).stream()
                                    .map(OrganizationRow::toOrganization)
                                    .toList();
                    if (actor.isSystem()) {
                        return all;
                    }
                    boolean issuers =
                            all.stream()
                                    .anyMatch(
                                            o ->
                                                    o.kind() == OrganizationKind.ISSUER
                                                            && o.id().equals(actor.organization()));
                    return all.stream()
                            .filter(
                                    o ->
                                            issuers
                                                    || o.kind() == OrganizationKind.ISSUER
                                                    || o.id().equals(actor.organization()))
                            .toList();
                });
    }

    /**
     * @throws Refusal {@code NOT_FOUND}
     */
    public Organization get(TenantId tenant, OrganizationId id) {
        return work.read(
                tenant,
                () ->
                        rows.find(tenant, id)
                                .map(OrganizationRow::toOrganization)
                                .orElseThrow(() -> Refusal.notFound("organization")));
    }

    /**
     * The issuer's own organization in this tenant.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public OrganizationId issuer(TenantId tenant) {
        return work.read(
                tenant,
                () ->
                        rows.issuer(tenant)
                                .map(o -> new OrganizationId(o.id))
                                .orElseThrow(() -> Refusal.notFound("issuer")));
    }
}
