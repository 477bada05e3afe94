package io.cardloom.production.expiry;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * What ends when, and the alarms 60, 30 and 7 days before, and once it is over (helps to meet PCI
 * Card Production, Logical, 6.7). Each alarm is raised once, whoever looks and how often.
 */
@Component
public class ExpiryAlarms {

    /** Days before the end at which an alarm is due, from the first on; 0 once it is over. */
    static final List<Integer> DAYS = List.of(60, 30, 7, 0);

    private final List<ExpirySource> sources;
    private final ExpiryAlarmRepository repository;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    ExpiryAlarms(
            List<ExpirySource> sources,
            ExpiryAlarmRepository repository,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.sources = sources;
        this.repository = repository;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All that ends, what ends first at the head; needs the right to keep keys or to administer.
     */
    public List<Expiry> list(Actor actor) {
        if (!actor.may(Permission.ADMINISTER)) {
            actor.require(Permission.KEEP_KEYS);
        }
        return all(actor.tenant());
    }

    /**
     * Raises what is due and was not raised: of each thing the latest alarm alone, when several
     * were missed. Not to be called inside a tenant's work.
     *
     * @return how many were raised
     */
    public int raise(TenantId tenant) {
        return all(tenant).stream().mapToInt(e -> raised(tenant, e) ? 1 : 0).sum();
    }

    private List<Expiry> all(TenantId tenant) {
        return sources.stream()
                .flatMap(s -> s.expiring(tenant).stream())
                .map(
                        t ->
                                new Expiry(
                                        t,
                                        Math.floorDiv(
                                                Duration.between(clock.instant(), t.notAfter())
                                                        .toSeconds(),
                                                86_400L)))
                .sorted(Comparator.comparing((Expiry e) -> e.thing().notAfter()))
                .toList();
    }

    private boolean raised(TenantId tenant, Expiry expiry) {
        OptionalInt due =
                DAYS.stream()
                        .mapToInt(Integer::intValue)
                        .filter(d -> d == 0 ? expiry.over() : expiry.days() <= d)
                        .min();
        if (due.isEmpty()) {
            return false;
        }
        String id = expiry.thing().subject() + "/" + due.getAsInt();
        try {
            return work.call(
                    tenant,
                    () -> {
                        if (repository.raised(tenant, id)) {
                            return false;
                        }
                        repository.add(
                                tenant,
                                new ExpiryAlarmRow(
                                        id,
                                        tenant.value(),
                                        expiry.thing().notAfter(),
                                        clock.instant()));
                        record(tenant, expiry, due.getAsInt());
                        return true;
                    });
        } catch (DataIntegrityViolationException e) {
            return false; // another node raised it at the same moment
        }
    }

    private void record(TenantId tenant, Expiry expiry, int due) {
        audit.record(
                Actor.system(tenant, "Expiry alarms"),
                new AuditEntry(
                        due == 0 ? "expiry.over" : "expiry.near",
                        expiry.thing().subject(),
                        null,
                        Map.of(
                                "what", expiry.thing().what(),
                                "alarm", Integer.toString(due),
                                "notAfter", expiry.thing().notAfter().toString())));
    }
}
