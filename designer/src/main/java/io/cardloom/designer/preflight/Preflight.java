package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.profile.PrintProfiles;
import io.cardloom.designer.render.FontFace;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.Renderer;
import io.cardloom.designer.render.TypeCase;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door of preflight: judges by the rule book, keeps what was judged on a frozen revision. */
@Component
public class Preflight {

    private final RuleBook rules;
    private final TypeCase typeCase;
    private final List<String> families;
    private final Patches patches = new Patches();
    private final PrintProfiles profiles;
    private final Renderer renderer;
    private final Designs designs;
    private final PreflightReportRepository reports;
    private final TenantWork work;
    private final AuditTrail trail;
    private final Clock clock;

    Preflight(
            RuleBook rules,
            Fonts fonts,
            TypeCase typeCase,
            PrintProfiles profiles,
            Renderer renderer,
            Designs designs,
            PreflightReportRepository reports,
            TenantWork work,
            AuditTrail trail,
            Clock clock) {
        this.rules = rules;
        this.typeCase = typeCase;
        this.families = fonts.all().stream().map(FontFace::family).distinct().toList();
        this.profiles = profiles;
        this.renderer = renderer;
        this.designs = designs;
        this.reports = reports;
        this.work = work;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Judges a frozen revision once; later calls give the same report, whoever asks.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}
     *     when the digest is of another tenant or program
     */
    public PreflightReport judge(Actor actor, Digest digest) {
        actor.require(Permission.VIEW_DESIGN);
        DesignRevision revision = designs.revision(actor, digest);
        Optional<PreflightReport> known = find(actor.tenant(), digest);
        if (known.isPresent()) {
            return known.get();
        }
        List<Finding> findings = judge(actor.tenant(), revision.document(), revision.cardBody());
        try {
            return work.call(actor.tenant(), () -> keep(actor, revision, findings));
        } catch (DataIntegrityViolationException somebodyWasFaster) {
            return find(actor.tenant(), digest).orElseThrow(() -> somebodyWasFaster);
        }
    }

    /**
     * Judges a design as it stands; nothing is stored.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link Designs#open}
     */
    public PreflightReport inspect(Actor actor, DesignId design) {
        actor.require(Permission.VIEW_DESIGN);
        DesignView view = designs.open(actor, design);
        return new PreflightReport(
                null,
                judge(actor.tenant(), view.document(), view.cardBody()),
                rules.digest(),
                clock.instant());
    }

    /** What the rules find in a document, for Cardloom's own work; nothing is stored. */
    public List<Finding> inspect(TenantId tenant, DesignDocument document, CardBody body) {
        return judge(tenant, document, body);
    }

    /** The rules as data: a JSON list, each with its address, title, severity and source. */
    public byte[] rules() {
        return rules.json();
    }

    /** SHA-256 of the rules and the print profiles that judge now. */
    public String rulesDigest() {
        return rules.digest();
    }

    /** The stored report; empty when the digest was not judged. */
    public Optional<PreflightReport> find(TenantId tenant, Digest digest) {
        return work.read(tenant, () -> reports.find(tenant, digest));
    }

    private PreflightReport keep(Actor actor, DesignRevision revision, List<Finding> findings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PreflightReport report =
                new PreflightReport(revision.digest(), findings, rules.digest(), now);
        reports.add(actor.tenant(), revision.digest(), rules.digest(), findings, now);
        trail.record(
                actor,
                new AuditEntry(
                        "design.preflighted",
                        revision.design().value(),
                        revision.digest().hex64(),
                        Map.of(
                                "errors", Long.toString(report.count(Severity.ERROR)),
                                "warnings", Long.toString(report.count(Severity.WARNING)),
                                "rules", rules.digest())));
        return report;
    }

    private List<Finding> judge(TenantId tenant, DesignDocument document, CardBody body) {
        Map<String, Boolean> withdrawn = new HashMap<>();
        return rules.judge(
                new Bench(
                        document,
                        body,
                        new Planner(typeCase.of(tenant)),
                        renderer.pictures(tenant),
                        profiles.of(body),
                        families,
                        family ->
                                withdrawn.computeIfAbsent(
                                        family, f -> typeCase.isWithdrawn(tenant, f)),
                        patches,
                        tenant.value()));
    }
}
