package io.cardloom.production.key;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What was registered and is trusted no longer, by fingerprint; nothing comes back. */
@Component
class CertificateWithdrawals {

    private final CertificateWithdrawalRepository repository;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    CertificateWithdrawals(
            CertificateWithdrawalRepository repository,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** When each was withdrawn, by its fingerprint. */
    Map<String, Instant> of(TenantId tenant) {
        return work.read(tenant, () -> repository.all(tenant)).stream()
                .collect(Collectors.toMap(row -> row.fingerprint, row -> row.withdrawnAt));
    }

    boolean has(TenantId tenant, String fingerprint) {
        return of(tenant).containsKey(fingerprint);
    }

    /** A second time changes nothing. */
    void add(Actor actor, String fingerprint, String purpose) {
        actor.require(Permission.KEEP_KEYS);
        if (has(actor.tenant(), fingerprint)) {
            return;
        }
        try {
            work.run(actor.tenant(), () -> keep(actor, fingerprint, purpose));
        } catch (DataIntegrityViolationException e) {
            if (!has(actor.tenant(), fingerprint)) {
                throw e;
            }
        }
    }

    private void keep(Actor actor, String fingerprint, String purpose) {
        repository.add(
                actor.tenant(),
                new CertificateWithdrawalRow(
                        Identifier.next("cwd", clock),
                        actor.tenant().value(),
                        fingerprint,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.name()));
        audit.record(
                actor,
                new AuditEntry(
                        "certificate.withdrawn",
                        fingerprint,
                        null,
                        Map.of("purpose", purpose, "fingerprint", fingerprint)));
    }

    static Refusal refusal() {
        return Refusal.conflict(
                "CERTIFICATE_WITHDRAWN",
                "This one was withdrawn and is not trusted again. Ask its owner for a new one.");
    }
}
