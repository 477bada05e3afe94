package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.LookupKeys;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door by which intake seals an order's records, stages them, and has them accepted or not. */
@Component
public class Deposits {

    private static final int BATCH = 500;
    private static final int PIECE = 5_000;
    private static final int ATTEMPTS = 3;

    private final AccountRepository repository;
    private final DataKeys dataKeys;
    private final LookupKeys lookupKeys;
    private final TenantWork work;
    private final Clock clock;

    Deposits(
            AccountRepository repository,
            DataKeys dataKeys,
            LookupKeys lookupKeys,
            TenantWork work,
            Clock clock) {
        this.repository = repository;
        this.dataKeys = dataKeys;
        this.lookupKeys = lookupKeys;
        this.work = work;
        this.clock = clock;
    }

    /** Begins to seal an order's records. */
    public Deposit begin(TenantId tenant, CardOrderId order, ProgramId program) {
        return begin(tenant, order, program, null);
    }

    /**
     * The same for identity documents.
     *
     * @param documents the version of the program's documents that these are; null for payment
     *     cards
     */
    public Deposit begin(
            TenantId tenant, CardOrderId order, ProgramId program, @Nullable String documents) {
        return new Deposit(
                tenant,
                order,
                program,
                dataKeys.fresh(tenant, order.value()),
                lookupKeys.hasher(tenant),
                documents);
    }

    /**
     * Writes down that records of this order are coming, in the surrounding work if there is one.
     *
     * @param signer fingerprint of the key that signed the list; empty when nobody did
     * @throws Refusal {@code INTAKE_MEANWHILE} (conflict) when the order has a list already
     */
    public void stage(Deposit deposit, String signer) {
        try {
            work.run(
                    deposit.tenant(),
                    () -> {
                        repository.add(
                                deposit.tenant(),
                                new AccountFileRow(deposit, signer, clock.instant()));
                        dataKeys.clear(deposit.tenant(), deposit.order().value());
                    });
        } catch (DataIntegrityViolationException e) {
            throw meanwhile();
        }
    }

    /**
     * Stages further records, in a transaction of their own; unique rows decide which card is in
     * production already, also against another list that comes in at the same moment.
     *
     * @param batch the next records, at most some thousands
     * @param within done in the same transaction
     * @return what was not staged, by index in the batch; the others have got the next numbers
     * @throws Refusal {@code INTAKE_MEANWHILE} (conflict) when the staging was given up by others
     */
    public Map<Integer, Deposit.Duplicate> store(
            Deposit deposit, List<AccountRecord> batch, Runnable within) {
        return keep(deposit, batch.stream().map(deposit::kept).toList(), within);
    }

    /**
     * The same for identity documents, which are known by the State that issues them and their
     * number; a batch is small, because of their pictures.
     */
    public Map<Integer, Deposit.Duplicate> storeDocuments(
            Deposit deposit, List<DocumentEntry> batch, Runnable within) {
        return keep(deposit, batch.stream().map(deposit::kept).toList(), within);
    }

    private Map<Integer, Deposit.Duplicate> keep(
            Deposit deposit, List<Deposit.Kept> batch, Runnable within) {
        for (int attempt = 1; ; attempt++) {
            try {
                Map<Integer, Deposit.Duplicate> refused = new TreeMap<>();
                work.apart(
                        deposit.tenant(),
                        () -> {
                            stage(deposit, batch, refused);
                            within.run();
                            return Boolean.TRUE;
                        });
                deposit.grow(batch.size() - refused.size());
                return refused;
            } catch (DataIntegrityViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile();
                }
            }
        }
    }

    private void stage(
            Deposit deposit, List<Deposit.Kept> batch, Map<Integer, Deposit.Duplicate> refused) {
        List<String> lookups = batch.stream().map(Deposit.Kept::lookup).toList();
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < lookups.size(); i += BATCH) {
            known.putAll(
                    repository.known(
                            deposit.tenant(),
                            lookups.subList(i, Math.min(i + BATCH, lookups.size()))));
        }
        List<AccountRecordRow> rows = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            String by = known.putIfAbsent(lookups.get(i), deposit.order().value());
            if (by == null) {
                int number = deposit.size() + rows.size() + 1;
                rows.add(deposit.row(batch.get(i), number));
            } else {
                refused.put(
                        i,
                        by.equals(deposit.order().value())
                                ? Deposit.Duplicate.IN_FILE
                                : Deposit.Duplicate.IN_PROGRAM);
            }
        }
        repository.add(deposit.tenant(), rows);
    }

    /**
     * Makes the staged records the order's, with the surrounding work; before its commit nobody
     * sees any of them.
     *
     * @throws Refusal {@code INTAKE_MEANWHILE} (conflict) when the staging was given up by others,
     *     or others took some of it away
     */
    public void accept(Deposit deposit) {
        work.run(
                deposit.tenant(),
                () -> {
                    AccountFileRow file =
                            repository
                                    .hold(deposit.tenant(), deposit.order())
                                    .filter(f -> f.acceptedAt == null)
                                    .orElseThrow(Deposits::meanwhile);
                    if (repository.count(deposit.tenant(), deposit.order()) != deposit.size()) {
                        throw meanwhile();
                    }
                    file.acceptedAt = clock.instant();
                    file.rowCount = deposit.size();
                    dataKeys.keep(deposit.fresh());
                });
    }

    /**
     * Forgets what is staged of an order, a piece at a time; nothing happens to records that were
     * accepted.
     *
     * @return whether nothing is left of it
     */
    public boolean discard(TenantId tenant, CardOrderId order) {
        boolean staged =
                work.read(
                        tenant,
                        () ->
                                repository
                                        .file(tenant, order)
                                        .filter(f -> f.acceptedAt == null)
                                        .isPresent());
        if (!staged) {
            return work.read(tenant, () -> repository.file(tenant, order).isEmpty());
        }
        int last = work.read(tenant, () -> repository.lastNumber(tenant, order));
        for (int from = 1; from <= last; from += PIECE) {
            int first = from;
            work.apart(
                    tenant,
                    () -> repository.deleteRecords(tenant, order, first, first + PIECE - 1));
        }
        return work.apart(tenant, () -> repository.deleteStaged(tenant, order) == 1);
    }

    private static Refusal meanwhile() {
        return Refusal.conflict(
                "INTAKE_MEANWHILE",
                "The order has a cardholder list already, or another list brought the same cards"
                        + " in the same moment. Send the list again for a new order.");
    }
}
