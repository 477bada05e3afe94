package io.cardloom.production.reconciliation;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.dataprep.AccountPurges;
import io.cardloom.production.dataprep.PurgeCertificate;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the closing counts. */
@Component
public class Reconciliations {

    private final TenantWork work;
    private final ReconciliationRepository rows;
    private final AccountPurges purges;
    private final Clock clock;

    Reconciliations(
            TenantWork work, ReconciliationRepository rows, AccountPurges purges, Clock clock) {
        this.work = work;
        this.rows = rows;
        this.purges = purges;
        this.clock = clock;
    }

    /** The count that closed this run; empty while it is open. Needs VIEW_PRODUCTION. */
    public Optional<Reconciliation> find(Actor actor, RunId run) {
        actor.require(Permission.VIEW_PRODUCTION);
        return work.read(
                actor.tenant(), () -> rows.find(actor.tenant(), run).map(row -> told(actor, row)));
    }

    /**
     * Keeps a count that balances, once a run, inside the work that closes the run.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link Ledger#requireBalanced()}
     */
    public void keep(
            Actor actor,
            RunId run,
            CardOrderId order,
            Ledger ledger,
            @Nullable PurgeCertificate purged) {
        ledger.requireBalanced();
        work.run(
                actor.tenant(),
                () -> rows.add(actor.tenant(), row(actor, run, order, ledger, purged)));
    }

    private ReconciliationRow row(
            Actor actor,
            RunId run,
            CardOrderId order,
            Ledger ledger,
            @Nullable PurgeCertificate purged) {
        ReconciliationRow row = new ReconciliationRow();
        row.id = run.value();
        row.orderId = order.value();
        row.stock = ledger.stock();
        row.good = ledger.good();
        row.spoiled = ledger.spoiled();
        row.destroyed = ledger.destroyed();
        row.left = ledger.left();
        row.countedBy = actor.name();
        row.countedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (purged != null) {
            row.purgedRecords = purged.records();
            row.purgedKey = purged.keyCheckValue();
        }
        return row;
    }

    private Reconciliation told(Actor actor, ReconciliationRow row) {
        RunId run = new RunId(row.id);
        Optional<PurgeCertificate> later =
                row.purgedRecords == null ? purges.after(actor.tenant(), run) : Optional.empty();
        return new Reconciliation(
                run,
                new Ledger(row.stock, row.good, row.spoiled, row.destroyed, 0, row.left),
                row.countedBy,
                row.countedAt,
                later.map(PurgeCertificate::records).orElse(row.purgedRecords),
                later.map(PurgeCertificate::keyCheckValue).orElse(row.purgedKey));
    }
}
