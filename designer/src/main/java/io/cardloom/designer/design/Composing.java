package io.cardloom.designer.design;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets templates, and nobody else, compose a design: what a template puts there, neither a lock nor
 * a partner's place keeps out.
 */
@Component
public class Composing {

    private final TenantWork work;
    private final DesignRepository designs;
    private final Editing editing;
    private final Reach reach;

    Composing(TenantWork work, DesignRepository designs, Editing editing, Reach reach) {
        this.work = work;
        this.designs = designs;
        this.editing = editing;
        this.reach = reach;
    }

    /**
     * Makes the design follow a version, by one edit of the actor's; needs {@code EDIT_DESIGN} and
     * a person. Without changes the design stays as it is, with its digest and its approvals.
     *
     * @param number of the design that the changes were made for
     * @param changes none, or up to {@link EditCommand.All#MOST}
     * @throws Refusal conflict {@code DESIGN_MOVED} (somebody has edited it since), {@code
     *     LAYERS_TOO_MANY}, {@code DOCUMENT_TOO_LARGE}; not found
     */
    public void compose(
            Actor actor,
            DesignId design,
            long number,
            TemplateVersion version,
            List<EditCommand.One> changes,
            EditOrigin origin) {
        actor.require(Permission.EDIT_DESIGN);
        actor.requirePerson();
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    DesignRow row = seen(actor, designs.lock(tenant, design));
                    if (row.number != number) {
                        throw Refusal.conflict(
                                "DESIGN_MOVED",
                                "Somebody is working on this design. Look at it, then take the"
                                        + " version over.");
                    }
                    if (!changes.isEmpty()) {
                        editing.compose(actor, row, new EditCommand.All(changes), origin);
                    }
                    designs.follow(tenant, design, version);
                });
    }

    /** The version a design follows; empty when it follows none. */
    public Optional<TemplateVersion> version(TenantId tenant, DesignId design) {
        return work.read(
                tenant, () -> designs.find(tenant, design).flatMap(DesignRow::templateVersion));
    }

    /** The designs that follow an earlier version, in the order of their ids. */
    public List<DesignId> behind(TenantId tenant, TemplateVersion version) {
        return work.read(tenant, () -> designs.behind(tenant, version));
    }

    /** How many designs follow a template, in whatever version. */
    public long followers(TenantId tenant, TemplateId template) {
        return work.read(tenant, () -> designs.followers(tenant, template));
    }

    private DesignRow seen(Actor actor, Optional<DesignRow> found) {
        DesignRow row = found.orElseThrow(() -> Refusal.notFound("design"));
        reach.check(actor, row.programId, "design");
        return row;
    }
}
