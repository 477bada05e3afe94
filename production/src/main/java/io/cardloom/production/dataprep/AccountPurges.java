package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.role.WorkerChore;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a process without keys wants destroyed: it is written down with the work that wants it, and
 * a worker does it within seconds, each once.
 */
@Component
public class AccountPurges implements WorkerChore {

    private final AccountPurgeRepository rows;
    private final DataPreparation preparation;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    AccountPurges(
            AccountPurgeRepository rows,
            DataPreparation preparation,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.preparation = preparation;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has an order's account data destroyed, and all that was prepared from them; with the
     * surrounding work.
     *
     * @param closing the run whose count closed the order; null when people closed it
     */
    public void ask(Actor by, CardOrderId order, @Nullable RunId closing, String digest) {
        ask(by, order.value(), closing == null ? null : closing.value(), false, digest);
    }

    /** Has what was prepared for a run destroyed; with the surrounding work. */
    public void ask(Actor by, CardOrderId order, RunId run) {
        ask(by, order.value(), run.value(), true, null);
    }

    private void ask(
            Actor by,
            String order,
            @Nullable String run,
            boolean onlyRun,
            @Nullable String digest) {
        TenantId tenant = by.tenant();
        work.run(
                tenant,
                () ->
                        rows.add(
                                tenant,
                                new AccountPurgeRow(
                                        tenant.value(),
                                        Identifier.next("prg", clock),
                                        order,
                                        run,
                                        onlyRun,
                                        digest,
                                        by.name(),
                                        now())));
    }

    /** Keeps the certificate of an order's purge, with the surrounding work. */
    public void keep(
            Actor by, @Nullable RunId closing, String digest, PurgeCertificate certificate) {
        TenantId tenant = by.tenant();
        AccountPurgeRow row =
                new AccountPurgeRow(
                        tenant.value(),
                        Identifier.next("prg", clock),
                        certificate.order().value(),
                        closing == null ? null : closing.value(),
                        false,
                        digest,
                        by.name(),
                        now());
        row.doneAt = certificate.at().truncatedTo(ChronoUnit.MICROS);
        row.records = certificate.records();
        row.runs = certificate.runs();
        row.checkValue = certificate.keyCheckValue();
        work.run(tenant, () -> rows.add(tenant, row));
    }

    /** The certificate of an order's purge; empty until it is done. */
    public Optional<PurgeCertificate> of(TenantId tenant, CardOrderId order) {
        return work.read(tenant, () -> rows.of(tenant, order).map(AccountPurges::certificate));
    }

    /** What was destroyed after this run's closing; empty until it is done. */
    public Optional<PurgeCertificate> after(TenantId tenant, RunId run) {
        return work.read(tenant, () -> rows.done(tenant, run).map(AccountPurges::certificate));
    }

    @Override
    public void round(TenantId tenant) {
        for (String id : work.read(tenant, () -> rows.open(tenant))) {
            work.run(
                    tenant,
                    () ->
                            rows.hold(tenant, id)
                                    .filter(row -> row.doneAt == null)
                                    .ifPresent(row -> carryOut(tenant, row)));
        }
    }

    private void carryOut(TenantId tenant, AccountPurgeRow row) {
        row.doneAt = now();
        if (row.onlyRun) {
            preparation.discard(tenant, new RunId(Objects.requireNonNull(row.runId)));
            return;
        }
        PurgeCertificate purged = preparation.purge(tenant, new CardOrderId(row.orderId));
        row.records = purged.records();
        row.runs = purged.runs();
        row.checkValue = purged.keyCheckValue();
        audit.record(
                Actor.system(tenant, "worker"),
                new AuditEntry(
                        "order.purged",
                        row.orderId,
                        row.digest,
                        Map.of(
                                "records",
                                Integer.toString(row.records),
                                "runs",
                                Integer.toString(row.runs),
                                "kcv",
                                row.checkValue,
                                "askedBy",
                                row.askedBy)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PurgeCertificate certificate(AccountPurgeRow row) {
        return new PurgeCertificate(
                new CardOrderId(row.orderId),
                row.records,
                row.runs,
                row.checkValue,
                Objects.requireNonNull(row.doneAt));
    }
}
