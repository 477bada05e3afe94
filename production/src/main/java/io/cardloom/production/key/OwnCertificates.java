package io.cardloom.production.key;

import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Cardloom's own certificates and their renewal under dual control: one key custodian asks for it
 * and says how long the next one is announced before it is used and how long the present one stays
 * afterwards, another one confirms all of it; then the clock ({@link OwnCertificateClock}) does it.
 */
@Component
public class OwnCertificates {

    /** The most days of announcement, and the most of overlap. */
    public static final int MOST_DAYS = 180;

    /** The most days by which a step is put off at a time. */
    public static final int MOST_PUT_OFF = 30;

    private final OwnCertificateRepository rows;
    private final PublishedCertificates published;
    private final OwnCertificateClock ticking;
    private final OwnCertificateNotes notes;
    private final ProcessRole role;
    private final TenantWork work;
    private final Clock clock;

    OwnCertificates(
            OwnCertificateRepository rows,
            PublishedCertificates published,
            OwnCertificateClock ticking,
            ProcessRole role,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.published = published;
        this.ticking = ticking;
        this.notes = new OwnCertificateNotes(audit, events);
        this.role = role;
        this.work = work;
        this.clock = clock;
    }

    /** Whether the actor has to do with certificates of this purpose. */
    public boolean concerns(Actor actor, OwnPurpose purpose) {
        return actor.may(Permission.KEEP_KEYS) || actor.may(user(purpose));
    }

    /**
     * Those of a purpose, newest first; none is made for this, and one that was made and never
     * renewed has no id. Key custodians see all that are and were; who only uses them sees the one
     * in use, the one that comes, and those that are on their way out. To use them is to place
     * orders, or for those that sign packages to receive them.
     *
     * @throws Refusal {@code PERMISSION_MISSING} for whom they do not concern
     */
    public List<OwnCertificate> list(Actor actor, OwnPurpose purpose) {
        require(actor, purpose);
        return known(actor.tenant(), purpose)
                .filter(c -> actor.may(Permission.KEEP_KEYS) || c.state().announced())
                .toList();
    }

    /**
     * Has the first one of a purpose made, if there is none yet; it takes some seconds.
     *
     * @throws Refusal {@code PERMISSION_MISSING} as {@link #list}; {@code CERTIFICATE_BEING_MADE}
     *     (conflict) where there are no keys, and a retry helps soon
     */
    public void makeFirst(Actor actor, OwnPurpose purpose) {
        require(actor, purpose);
        published.get(actor.tenant(), purpose);
    }

    private void require(Actor actor, OwnPurpose purpose) {
        if (!actor.may(Permission.KEEP_KEYS)) {
            actor.require(user(purpose));
        }
    }

    private static Permission user(OwnPurpose purpose) {
        return purpose == OwnPurpose.SIGNING ? Permission.RECEIVE_RUN : Permission.PLACE_ORDER;
    }

    /** Those of a purpose that were numbered, newest first; empty before the first renewal. */
    public List<OwnCertificate> numbered(TenantId tenant, OwnPurpose purpose) {
        return work.read(tenant, () -> rows.of(tenant, purpose)).stream()
                .map(OwnCertificateRow::read)
                .toList();
    }

    /**
     * Asks for the next certificate of a purpose. Nothing is made before a second custodian
     * confirms. Not to be called inside other work.
     *
     * @param leadDays for how many days it can be fetched before it is used, 0 to {@link
     *     #MOST_DAYS}; counted from when it is made
     * @param overlapDays for how many days the present one stays when the next is used, 0 to {@link
     *     #MOST_DAYS}; then its private key is destroyed
     * @return the id of what was asked for
     * @throws Refusal {@code PERMISSION_MISSING}; {@code RENEWAL_DAYS}; {@code RENEWAL_UNDER_WAY}
     *     (conflict); {@code CERTIFICATE_BEING_MADE} (conflict) as {@link #makeFirst}
     */
    public String ask(Actor actor, OwnPurpose purpose, int leadDays, int overlapDays) {
        actor.require(Permission.KEEP_KEYS);
        PersonId person = actor.requirePerson();
        requireDays(leadDays);
        requireDays(overlapDays);
        byte[] present = published.get(actor.tenant(), purpose);
        try {
            return work.call(
                    actor.tenant(),
                    () -> {
                        OwnCertificateRow row = next(actor.tenant(), purpose, present);
                        row.leadDays = leadDays;
                        row.overlapDays = overlapDays;
                        row.askedBy = person.value();
                        rows.add(actor.tenant(), row);
                        notes.asked(actor, row);
                        return row.id;
                    });
        } catch (DataIntegrityViolationException another) {
            throw underWay(); // somebody else asked in the same moment
        }
    }

    /**
     * Confirms what another custodian asked for; from now on it takes its course. Not to be called
     * inside other work.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code RENEWAL_SAME_PERSON};
     *     {@code RENEWAL_SETTLED} (conflict) when somebody was faster
     */
    public void confirm(Actor actor, String id) {
        settle(
                actor,
                id,
                EnumSet.of(OwnCertificateState.ASKED),
                row -> {
                    if (actor.requirePerson().value().equals(row.askedBy)) {
                        throw Refusal.forbidden(
                                "RENEWAL_SAME_PERSON",
                                "You asked for this certificate yourself. Have another key"
                                        + " custodian confirm it.");
                    }
                    row.confirmedBy = actor.requirePerson().value();
                    row.move(OwnCertificateState.CONFIRMED);
                    notes.moved(actor, "certificate.renewalConfirmed", row);
                });
        if (role.holdsKeys()) {
            ticking.tick(actor.tenant());
        }
    }

    /**
     * Takes back what was asked for and is not confirmed; any custodian may.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code RENEWAL_SETTLED}
     *     (conflict) when it is confirmed or was abandoned already
     */
    public void abandon(Actor actor, String id) {
        settle(
                actor,
                id,
                EnumSet.of(OwnCertificateState.ASKED),
                row -> {
                    row.move(OwnCertificateState.ABANDONED);
                    row.endedAt = now();
                    notes.moved(actor, "certificate.renewalAbandoned", row);
                });
    }

    /**
     * Puts off what the clock does next: that the coming one is used, or that the outgoing one
     * ends. One custodian is enough for that, since nothing happens that two did not confirm; and
     * nothing is brought forward.
     *
     * @param days 1 to {@link #MOST_PUT_OFF}; it can be put off again
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code RENEWAL_DAYS}; {@code
     *     RENEWAL_LATE} (conflict) when the one that is used meanwhile would be over by then;
     *     {@code RENEWAL_SETTLED} (conflict) when there is nothing to put off any more
     */
    public void putOff(Actor actor, String id, int days) {
        if (days < 1 || days > MOST_PUT_OFF) {
            throw Refusal.invalid(
                    "RENEWAL_DAYS", "Give whole days from 1 to " + MOST_PUT_OFF + ".");
        }
        settle(
                actor,
                id,
                EnumSet.of(OwnCertificateState.COMING, OwnCertificateState.OUTGOING),
                row -> {
                    Instant until;
                    if (row.state == OwnCertificateState.COMING) {
                        until = later(row.fromAt, days, presentUntil(actor.tenant(), row));
                        row.fromAt = until;
                    } else {
                        until = later(row.overAt, days, row.notAfter);
                        row.overAt = until;
                    }
                    notes.putOff(actor, row, until);
                });
    }

    private @Nullable Instant presentUntil(TenantId tenant, OwnCertificateRow coming) {
        return rows.of(tenant, coming.purpose).stream()
                .filter(row -> row.state == OwnCertificateState.ACTIVE)
                .findFirst()
                .map(row -> row.notAfter)
                .orElse(null);
    }

    private static Instant later(@Nullable Instant planned, int days, @Nullable Instant end) {
        Instant later = Objects.requireNonNull(planned).plus(Duration.ofDays(days));
        if (end != null && later.isAfter(end)) {
            throw Refusal.conflict(
                    "RENEWAL_LATE",
                    "The certificate that is used until then would be over before. Put it off by"
                            + " fewer days.");
        }
        return later;
    }

    private void settle(
            Actor actor, String id, Set<OwnCertificateState> in, Consumer<OwnCertificateRow> how) {
        actor.require(Permission.KEEP_KEYS);
        actor.requirePerson();
        work.run(
                actor.tenant(),
                () -> {
                    OwnCertificateRow row =
                            rows.hold(actor.tenant(), id)
                                    .orElseThrow(() -> Refusal.notFound("certificate"));
                    if (!in.contains(row.state)) {
                        throw Refusal.conflict(
                                "RENEWAL_SETTLED",
                                "Somebody was faster, or its time came: it is not what it was. Load"
                                        + " the page again to see what became of it.");
                    }
                    how.accept(row);
                });
    }

    /**
     * A row for the next one; the first renewal writes the present certificate down as number 1.
     */
    private OwnCertificateRow next(TenantId tenant, OwnPurpose purpose, byte[] present) {
        List<OwnCertificateRow> all = rows.of(tenant, purpose);
        if (all.stream().anyMatch(row -> row.state.underWay())) {
            throw underWay();
        }
        int last = all.isEmpty() ? 1 : all.getFirst().number;
        if (all.isEmpty()) {
            OwnCertificateRow first = row(tenant, purpose, 1, OwnCertificateState.ACTIVE);
            first.keep(OwnEncoding.of(purpose, present));
            rows.add(tenant, first);
        }
        return row(tenant, purpose, last + 1, OwnCertificateState.ASKED);
    }

    private OwnCertificateRow row(
            TenantId tenant, OwnPurpose purpose, int number, OwnCertificateState state) {
        return new OwnCertificateRow(
                tenant.value(), Identifier.next("own", clock), purpose, number, state, now());
    }

    private Stream<OwnCertificate> known(TenantId tenant, OwnPurpose purpose) {
        List<OwnCertificate> numbered = numbered(tenant, purpose);
        if (!numbered.isEmpty()) {
            return numbered.stream();
        }
        Optional<OwnCertificate> first =
                published
                        .first(tenant, purpose)
                        .map(
                                made -> {
                                    OwnCertificateRow row =
                                            row(tenant, purpose, 1, OwnCertificateState.ACTIVE);
                                    row.id = "";
                                    row.keep(made);
                                    return row.read();
                                });
        return first.stream();
    }

    private static void requireDays(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw Refusal.invalid(
                    "RENEWAL_DAYS",
                    "Give whole days from 0 to " + MOST_DAYS + ", both before and after.");
        }
    }

    private static Refusal underWay() {
        return Refusal.conflict(
                "RENEWAL_UNDER_WAY",
                "The next certificate for this purpose is asked for already. Confirm or abandon it,"
                        + " or wait until it is in use.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
