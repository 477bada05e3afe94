package io.cardloom.designer.feature;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The door of the product switches. What is off, the editor hides and {@code Designs} refuses, for
 * the issuer's own people too; what designs show already stays.
 */
@Component
public class Features {

    private final TenantWork work;
    private final FeatureRepository rows;
    private final Programs programs;
    private final AuditTrail trail;
    private final Clock clock;

    Features(
            TenantWork work,
            FeatureRepository rows,
            Programs programs,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.programs = programs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What is on; needs {@code VIEW_DESIGN}.
     *
     * @throws Refusal {@code NOT_FOUND} for a program that the actor takes no part in
     */
    public Set<Feature> on(Actor actor, ProgramId program) {
        actor.require(Permission.VIEW_DESIGN);
        programs.get(actor, program);
        return on(actor.tenant(), program);
    }

    /** What is on, for Cardloom's own work; everything for a program nobody has switched. */
    public Set<Feature> on(TenantId tenant, ProgramId program) {
        return work.read(
                tenant,
                () -> {
                    EnumSet<Feature> on = EnumSet.allOf(Feature.class);
                    rows.find(tenant, program).ifPresent(row -> on.removeAll(off(row)));
                    return Collections.unmodifiableSet(on);
                });
    }

    /**
     * Switches: what is named is on, everything else off; needs {@code ADMINISTER}. The same again
     * changes nothing and leaves no trace.
     *
     * @throws Refusal {@code NOT_FOUND} for a program that the actor takes no part in
     */
    public void set(Actor actor, ProgramId program, Set<Feature> on) {
        actor.require(Permission.ADMINISTER);
        work.call(
                actor.tenant(),
                () -> {
                    programs.get(actor, program);
                    EnumSet<Feature> off = EnumSet.allOf(Feature.class);
                    off.removeAll(on);
                    ProgramFeaturesRow row =
                            rows.find(actor.tenant(), program)
                                    .orElseGet(() -> rows.add(actor.tenant(), program));
                    if (!off(row).equals(off)) {
                        row.switchedOff = words(off);
                        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                        row.changedBy = actor.name();
                        trail.record(
                                actor,
                                new AuditEntry(
                                        "program.switched",
                                        program.value(),
                                        null,
                                        Map.of("off", off.isEmpty() ? "nothing" : words(off))));
                    }
                    return program;
                });
    }

    /**
     * @throws Refusal {@code FEATURE_OFF} when an administrator switched it off
     */
    public void require(TenantId tenant, ProgramId program, Feature feature) {
        if (!on(tenant, program).contains(feature)) {
            throw Refusal.forbidden(
                    "FEATURE_OFF",
                    feature.title()
                            + " are switched off for this product ("
                            + feature.words()
                            + "). An administrator of the issuer can switch them on.");
        }
    }

    private static Set<Feature> off(ProgramFeaturesRow row) {
        EnumSet<Feature> off = EnumSet.noneOf(Feature.class);
        Arrays.stream(row.switchedOff.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Feature::valueOf)
                .forEach(off::add);
        return off;
    }

    private static String words(Set<Feature> features) {
        return features.stream().map(Feature::name).collect(Collectors.joining(" "));
    }
}
