package io.cardloom.production.key;

import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Does what custodians confirmed when its time has come: makes the next certificate, puts it in
 * use, retires the one before, and destroys its key when no list that came before waits for it.
 * Each step is one row's, held, so that it is done once however many clocks tick; a process that is
 * killed between two steps is followed by the next tick.
 */
@Component
public class OwnCertificateClock {

    /** How long a renewal waits for the second custodian. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private final OwnCertificateRepository rows;
    private final OwnKeys keys;
    private final WaitingLists waiting;
    private final OwnCertificateNotes notes;
    private final ProcessRole role;
    private final TenantWork work;
    private final Clock clock;

    OwnCertificateClock(
            OwnCertificateRepository rows,
            OwnKeys keys,
            WaitingLists waiting,
            ProcessRole role,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.waiting = waiting;
        this.notes = new OwnCertificateNotes(audit, events);
        this.role = role;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Moves whatever is due; nothing where there are no keys. Not to be called inside other work.
     *
     * @return how many steps were done
     */
    public int tick(TenantId tenant) {
        if (!role.holdsKeys()) {
            return 0;
        }
        int steps = 0;
        for (OwnCertificateState state : OwnCertificateState.values()) {
            for (OwnCertificateRow row : work.read(tenant, () -> rows.all(tenant))) {
                if (row.state == state && step(tenant, row)) {
                    steps++;
                }
            }
        }
        return steps;
    }

    private boolean step(TenantId tenant, OwnCertificateRow row) {
        return switch (row.state) {
            case ASKED -> isPast(row.askedAt.plus(PATIENCE)) && move(tenant, row, this::abandon);
            case CONFIRMED -> {
                OwnEncoding made = keys.make(tenant, row.purpose, row.number);
                yield move(tenant, row, held -> publish(held, made));
            }
            case COMING -> isPast(row.fromAt) && move(tenant, row, this::use);
            case OUTGOING -> isPast(row.overAt) && move(tenant, row, this::retire);
            case RETIRED -> destroy(tenant, row);
            case ACTIVE, DESTROYED, ABANDONED -> false;
        };
    }

    /** What is done to a row that is held, and what the trail calls it. */
    @FunctionalInterface
    private interface Move {
        String to(OwnCertificateRow held);
    }

    /** Whether it was this process that did it. */
    private boolean move(TenantId tenant, OwnCertificateRow seen, Move move) {
        return work.call(
                tenant,
                () -> {
                    OwnCertificateRow held = rows.hold(tenant, seen.id).orElseThrow();
                    if (held.state != seen.state) {
                        return false;
                    }
                    String action = move.to(held);
                    rows.write(tenant);
                    notes.moved(clockwork(tenant), action, held);
                    return true;
                });
    }

    private String abandon(OwnCertificateRow row) {
        row.move(OwnCertificateState.ABANDONED);
        row.endedAt = now();
        return "certificate.renewalAbandoned";
    }

    private String publish(OwnCertificateRow row, OwnEncoding made) {
        row.keep(made);
        row.fromAt = now().plus(Duration.ofDays(row.leadDays));
        row.move(OwnCertificateState.COMING);
        return "certificate.announced";
    }

    private String use(OwnCertificateRow row) {
        TenantId tenant = new TenantId(row.tenantId);
        List<OwnCertificateRow> before =
                rows.of(tenant, row.purpose).stream()
                        .filter(c -> c.state == OwnCertificateState.ACTIVE)
                        .toList();
        for (OwnCertificateRow present : before) {
            present.overAt = now().plus(Duration.ofDays(row.overlapDays));
            present.move(OwnCertificateState.OUTGOING);
        }
        rows.write(tenant); // only one stands as active
        row.fromAt = now();
        row.move(OwnCertificateState.ACTIVE);
        before.forEach(c -> notes.moved(clockwork(tenant), "certificate.outgoing", c));
        return "certificate.inUse";
    }

    private String retire(OwnCertificateRow row) {
        row.move(OwnCertificateState.RETIRED);
        return "certificate.retired";
    }

    /** Its retirement is the intent; the key goes before the row says so. */
    private boolean destroy(TenantId tenant, OwnCertificateRow row) {
        Instant over = row.overAt;
        if (over == null || waiting.anyBefore(tenant, over)) {
            return false;
        }
        keys.destroy(tenant, row.purpose, row.number);
        return move(
                tenant,
                row,
                held -> {
                    held.move(OwnCertificateState.DESTROYED);
                    held.endedAt = now();
                    return "certificate.keyDestroyed";
                });
    }

    private boolean isPast(@Nullable Instant moment) {
        return moment != null && !clock.instant().isBefore(moment);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Actor clockwork(TenantId tenant) {
        return Actor.system(tenant, "Certificate clock");
    }
}
