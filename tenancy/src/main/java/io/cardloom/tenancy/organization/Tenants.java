package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Name;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the issuers; founding one is Cardloom's own work, not a person's. */
@Component
public class Tenants {

    private static final Pattern SKIN = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final TenantWork work;
    private final TransactionTemplate across;
    private final OrganizationRepository rows;
    private final AuditTrail trail;
    private final Clock clock;

    Tenants(
            TenantWork work,
            PlatformTransactionManager transactions,
            OrganizationRepository rows,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.across = new TransactionTemplate(transactions);
        this.across.setReadOnly(true);
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Founds a tenant and its issuer organization.
     *
     * @param skin the key of the accent of its screens: lower-case letters, digits and hyphens
     * @throws Refusal {@code NAME_INVALID}, {@code SKIN_INVALID}
     */
    public TenantId found(String issuerName, String skin) {
        String name = Name.checked(issuerName);
        if (!SKIN.matcher(skin).matches()) {
            throw Refusal.invalid(
                    "SKIN_INVALID",
                    "A skin's key has up to 40 lower-case letters, digits and hyphens, a letter"
                            + " first.");
        }
        TenantId tenant = TenantId.next(clock);
        work.run(
                tenant,
                () -> {
                    TenantRow row = new TenantRow();
                    row.id = tenant.value();
                    row.name = name;
                    row.skin = skin;
                    row.foundedAt = clock.instant();
                    rows.add(row);
                    OrganizationRow issuer = new OrganizationRow();
                    issuer.id = OrganizationId.next(clock).value();
                    issuer.kind = OrganizationKind.ISSUER;
                    issuer.name = name;
                    issuer.addedAt = clock.instant();
                    rows.add(tenant, issuer);
                    trail.record(
                            Actor.system(tenant, "cardloom"),
                            AuditEntry.of("tenant.founded", tenant.value()));
                });
        return tenant;
    }

    /** Every issuer, by name: a directory across tenants, for jobs and sign-in only. */
    public List<Issuer> all() {
        return across.execute(status -> rows.tenants().stream().map(Tenants::issuer).toList());
    }

    /**
     * @throws Refusal {@code NOT_FOUND}
     */
    public Issuer get(TenantId tenant) {
        return work.read(
                tenant,
                () ->
                        rows.tenant(tenant)
                                .map(Tenants::issuer)
                                .orElseThrow(() -> Refusal.notFound("issuer")));
    }

    private static Issuer issuer(TenantRow row) {
        return new Issuer(new TenantId(row.id), row.name, row.skin);
    }
}
