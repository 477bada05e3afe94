package io.cardloom.designer.template;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.design.Composing;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.design.TemplateVersion;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door of the templates. A template is published from a design of the issuer's, its master;
 * publishing that again makes its next version. Its places to be filled are its layers of type
 * {@code slot}; what a partner may not touch are its mandatory layers.
 */
@Component
public class Templates {

    private final TenantWork work;
    private final TemplateRepository templates;
    private final Designs designs;
    private final Composing composing;
    private final Features features;
    private final AuditTrail trail;
    private final Clock clock;

    Templates(
            TenantWork work,
            TemplateRepository templates,
            Designs designs,
            Composing composing,
            Features features,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.templates = templates;
        this.designs = designs;
        this.composing = composing;
        this.features = features;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Publishes a design as it stands as the next version of its template; the first time it
     * becomes one, of the design's name. Needs {@code FREEZE_DESIGN}.
     *
     * @throws Refusal conflict {@code TEMPLATE_EMPTY} (draw something first), {@code
     *     TEMPLATE_UNCHANGED}, {@code TEMPLATE_FOLLOWS} (the design follows another template); not
     *     found
     */
    public TemplateVersion publish(Actor actor, DesignId master) {
        actor.require(Permission.FREEZE_DESIGN);
        TenantId tenant = actor.tenant();
        DesignView design = designs.open(actor, master);
        requireOwn(tenant, design);
        return work.call(
                tenant,
                () -> {
                    TemplateRow row =
                            templates
                                    .lockOf(tenant, master)
                                    .map(known -> next(actor, known))
                                    .orElseGet(() -> first(actor, design));
                    TemplateVersion version =
                            new TemplateVersion(new TemplateId(row.id), row.latest);
                    requireChange(tenant, version, design);
                    if (row.latest == 1) {
                        templates.add(tenant, row);
                    } else {
                        templates.publish(tenant, row);
                    }
                    templates.add(tenant, version(row, design));
                    record(actor, row);
                    return version;
                });
    }

    private void requireOwn(TenantId tenant, DesignView design) {
        if (design.document().layers().isEmpty()) {
            throw Refusal.conflict(
                    "TEMPLATE_EMPTY", "There is nothing on this design; draw something first.");
        }
        if (composing.version(tenant, design.id()).isPresent()) {
            throw Refusal.conflict(
                    "TEMPLATE_FOLLOWS",
                    "This design follows a template itself. Publish that template's master, or"
                            + " start a design without a template.");
        }
    }

    private void requireChange(TenantId tenant, TemplateVersion version, DesignView design) {
        if (version.number() > 1
                && document(tenant, new TemplateVersion(version.template(), version.number() - 1))
                        .equals(design.document())) {
            throw Refusal.conflict(
                    "TEMPLATE_UNCHANGED",
                    "The design says the same as the newest version of its template.");
        }
    }

    private TemplateRow first(Actor actor, DesignView design) {
        TemplateRow row = new TemplateRow();
        row.id = TemplateId.next(clock).value();
        row.masterId = design.id().value();
        row.cardBodyId = design.cardBody().id().value();
        row.name = design.name();
        row.latest = 1;
        row.publishedAt = now();
        row.publishedBy = actor.name();
        return row;
    }

    private TemplateRow next(Actor actor, TemplateRow row) {
        row.latest++;
        row.publishedAt = now();
        row.publishedBy = actor.name();
        return row;
    }

    private static TemplateVersionRow version(TemplateRow template, DesignView design) {
        TemplateVersionRow row = new TemplateVersionRow();
        row.templateId = template.id;
        row.number = template.latest;
        row.document = DesignJson.write(design.document());
        row.publishedAt = template.publishedAt;
        row.publishedBy = template.publishedBy;
        return row;
    }

    private void record(Actor actor, TemplateRow row) {
        trail.record(
                actor,
                new AuditEntry(
                        "template.published",
                        row.id,
                        null,
                        Map.of("version", Integer.toString(row.latest), "master", row.masterId)));
    }

    /**
     * Starts a design from a template's newest version; needs {@code EDIT_DESIGN} and a person.
     *
     * @param name 1 to 80 characters
     * @throws Refusal {@code FEATURE_OFF}, and as {@link Designs#create}
     */
    public DesignId start(Actor actor, ProgramId program, TemplateId template, String name) {
        TenantId tenant = actor.tenant();
        return work.call(
                tenant,
                () -> {
                    Template from = get(actor, template);
                    features.require(tenant, program, Feature.TEMPLATES);
                    DesignId design = designs.create(actor, program, from.cardBody(), name);
                    List<EditCommand.One> layers =
                            document(tenant, from.version()).layers().entrySet().stream()
                                    .<EditCommand.One>map(
                                            e -> new EditCommand.AddLayer(e.getKey(), e.getValue()))
                                    .toList();
                    composing.compose(actor, design, 0, from.version(), layers, EditOrigin.once());
                    return design;
                });
    }

    /** The template; needs {@code VIEW_DESIGN}. */
    public Template get(Actor actor, TemplateId template) {
        actor.require(Permission.VIEW_DESIGN);
        TenantId tenant = actor.tenant();
        return work.read(tenant, () -> templates.find(tenant, template))
                .map(row -> template(tenant, row))
                .orElseThrow(() -> Refusal.notFound("template"));
    }

    /** The template that is published from this design; empty when none is. */
    public Optional<Template> of(Actor actor, DesignId master) {
        actor.require(Permission.VIEW_DESIGN);
        TenantId tenant = actor.tenant();
        return work.read(tenant, () -> templates.of(tenant, master))
                .map(row -> template(tenant, row));
    }

    /** Whether this design follows a template; needs {@code VIEW_DESIGN}. */
    public boolean follows(Actor actor, DesignId design) {
        actor.require(Permission.VIEW_DESIGN);
        return composing.version(actor.tenant(), design).isPresent();
    }

    /**
     * The templates, latest published first; needs {@code VIEW_DESIGN}.
     *
     * @param query part of a name, in any case; empty for all
     * @param offset from 0
     * @param limit 1 to 100
     * @throws Refusal {@code PAGE_OUT_OF_RANGE}
     */
    public List<Template> list(Actor actor, String query, int offset, int limit) {
        actor.require(Permission.VIEW_DESIGN);
        if (offset < 0 || limit < 1 || limit > 100) {
            throw Refusal.invalid(
                    "PAGE_OUT_OF_RANGE", "A page starts at 0 or later and has 1 to 100 lines.");
        }
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () ->
                        templates.page(tenant, query, offset, limit).stream()
                                .map(row -> template(tenant, row))
                                .toList());
    }

    /** How many {@link #list} would show in all. */
    public long count(Actor actor, String query) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(actor.tenant(), () -> templates.count(actor.tenant(), query));
    }

    /**
     * What a version says, for Cardloom's own work.
     *
     * @throws Refusal not found
     */
    public DesignDocument document(TenantId tenant, TemplateVersion version) {
        return work.read(tenant, () -> templates.version(tenant, version))
                .map(row -> DesignJson.read(row.document))
                .orElseThrow(() -> Refusal.notFound("template"));
    }

    private Template template(TenantId tenant, TemplateRow row) {
        TemplateId id = new TemplateId(row.id);
        return new Template(
                id,
                row.name,
                new DesignId(row.masterId),
                new CardBodyId(row.cardBodyId),
                row.latest,
                row.publishedAt,
                row.publishedBy,
                composing.followers(tenant, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
