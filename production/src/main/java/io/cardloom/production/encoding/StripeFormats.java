package io.cardloom.production.encoding;

import io.cardloom.production.choice.PinRule;
import io.cardloom.production.magstripe.StripeFormat;
import io.cardloom.production.magstripe.Track3Format;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to the stripe formats of programs. */
@Component
public class StripeFormats {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final StripeFormatRepository repository;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    StripeFormats(
            StripeFormatRepository repository,
            Programs programs,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a program's stripes are filled; for who operates devices or administers.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}
     */
    public StripePatterns get(Actor actor, ProgramId program) {
        see(actor, program);
        StripeFormat format = find(actor.tenant(), program);
        Track3Format third = format.track3();
        return new StripePatterns(
                format.track1().text(),
                format.track2().text(),
                third == null ? null : Track3Patterns.of(third),
                format.supplied(),
                format.pins());
    }

    /**
     * A card drawn for the eye, in the program's format; another one each time. Tracks that come
     * with the list are composed for it. For who operates devices or administers.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}
     */
    public StripeSample sample(Actor actor, ProgramId program) {
        see(actor, program);
        return StripeSample.drawn(
                find(actor.tenant(), program).composed(), YearMonth.now(clock), RANDOM);
    }

    /**
     * Fills a program's stripes so from the next preparation on; runs that are prepared stay as
     * they are. Tracks that come with the list are asked of lists from the next one on.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer; {@code
     *     NOT_FOUND}; {@code STRIPE_PATTERN}, {@code STRIPE_PATTERN_LENGTH}, {@code
     *     STRIPE_TRACK_3}, {@code PIN_UNCHECKED}
     */
    public void configure(Actor actor, ProgramId program, StripePatterns patterns) {
        actor.require(Permission.ADMINISTER);
        programs.get(actor, program);
        Track3Patterns said = patterns.track3();
        StripeFormat format =
                StripeFormat.of(
                                patterns.track1(),
                                patterns.track2(),
                                said == null ? null : said.format())
                        .with(patterns.supplied(), patterns.pins());
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    Optional<StripeFormatRow> known = repository.find(tenant, program);
                    if (known.isPresent()) {
                        known.get().say(format);
                    } else {
                        repository.add(
                                tenant,
                                new StripeFormatRow(program.value(), tenant.value(), format));
                    }
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "stripe.configured", program.value(), null, facts(format)));
                });
    }

    /** The decimalization table is not told: it helps to guess PINs. */
    private static Map<String, String> facts(StripeFormat format) {
        Track3Format third = format.track3();
        PinRule pins = format.pins();
        return Map.of(
                "track1", format.track1().text(),
                "track2", format.track2().text(),
                "track3", third == null ? "none" : third.text(),
                "supplied", format.supplied().name(),
                "pins", pins.origin().name(),
                "pin-digits", Integer.toString(pins.digits()),
                "pin-key-index", Integer.toString(pins.keyIndex()),
                "pin-validation", pins.from() + "+" + pins.length() + pins.pad(),
                "pin-table", pins.table().equals(PinRule.USUAL.table()) ? "plain" : "own");
    }

    /** The format for a preparation: the program's, or the usual one. */
    public StripeFormat find(TenantId tenant, ProgramId program) {
        return work.read(tenant, () -> repository.find(tenant, program))
                .map(StripeFormatRow::format)
                .orElse(StripeFormat.USUAL);
    }

    private void see(Actor actor, ProgramId program) {
        if (!actor.may(Permission.ADMINISTER)) {
            actor.require(Permission.OPERATE_DEVICE);
        }
        programs.get(actor, program);
    }
}
