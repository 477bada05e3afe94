package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.key.store.DataKey;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door of the sealed account records; only intake and data preparation come here. */
@Component
public class AccountVault {

    private static final int BATCH = 500;
    private static final int DOCUMENTS = 16;
    private static final int PIECE = 5_000;
    private static final int ATTEMPTS = 3;

    private final AccountRepository repository;
    private final DataKeys dataKeys;
    private final LookupKeys lookupKeys;
    private final TenantWork work;
    private final Clock clock;

    AccountVault(
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
                                    .orElseThrow(AccountVault::meanwhile);
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

    /**
     * Returns when the order's records can be opened.
     *
     * @throws Refusal {@code NOT_FOUND}, {@code ACCOUNT_DATA_PURGED} as {@link #open}
     */
    public void require(TenantId tenant, CardOrderId order) {
        work.read(tenant, () -> key(tenant, order).checkValue());
    }

    /**
     * The program whose cards the order's records are for.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public ProgramId program(TenantId tenant, CardOrderId order) {
        return work.read(
                tenant,
                () ->
                        repository
                                .accepted(tenant, order)
                                .map(file -> new ProgramId(file.programId))
                                .orElseThrow(AccountVault::unknown));
    }

    /**
     * Opens these records.
     *
     * @param numbers in the order, from 1
     * @return by number
     * @throws Refusal {@code NOT_FOUND} when the tenant's order has no file or no such record;
     *     {@code ACCOUNT_DATA_PURGED} (conflict) when the data are gone, where no retry helps
     */
    public Map<Integer, AccountRecord> open(
            TenantId tenant, CardOrderId order, List<Integer> numbers) {
        return open(tenant, order, numbers, BATCH, AccountRecord::fromBytes);
    }

    /**
     * Opens documents, of which few should be asked for at a time.
     *
     * @throws Refusal as {@link #open}
     */
    public Map<Integer, DocumentEntry> openDocuments(
            TenantId tenant, CardOrderId order, List<Integer> numbers) {
        return open(tenant, order, numbers, DOCUMENTS, DocumentEntry::fromBytes);
    }

    /**
     * The version of its program's documents that the order's are; empty for payment cards, and
     * where the order has no list.
     */
    public Optional<String> documents(TenantId tenant, CardOrderId order) {
        return work.read(
                tenant,
                () ->
                        repository
                                .accepted(tenant, order)
                                .flatMap(file -> Optional.ofNullable(file.documentVersion)));
    }

    private <R> Map<Integer, R> open(
            TenantId tenant,
            CardOrderId order,
            List<Integer> numbers,
            int atATime,
            Function<byte[], R> reader) {
        return work.read(
                tenant,
                () -> {
                    DataKey key = key(tenant, order);
                    Map<Integer, R> records = new TreeMap<>();
                    for (int i = 0; i < numbers.size(); i += atATime) {
                        List<Integer> batch =
                                numbers.subList(i, Math.min(i + atATime, numbers.size()));
                        for (Object[] row : repository.ciphertexts(tenant, order, batch)) {
                            int number = (int) row[0];
                            byte[] record = key.open((byte[]) row[1], place(number));
                            records.put(number, reader.apply(record));
                        }
                    }
                    if (!records.keySet().containsAll(numbers)) {
                        throw Refusal.notFound("account record");
                    }
                    return records;
                });
    }

    /**
     * Destroys the order's key and deletes its records; what a backup holds does not open any more.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant's order has no file
     */
    public Purged purge(TenantId tenant, CardOrderId order) {
        return work.call(
                tenant,
                () -> {
                    AccountFileRow file =
                            repository
                                    .hold(tenant, order)
                                    .filter(f -> f.acceptedAt != null)
                                    .orElseThrow(AccountVault::unknown);
                    if (file.purgedAt == null) {
                        file.purgedAt = clock.instant();
                    }
                    Optional<DataKey> key = dataKeys.find(tenant, order.value());
                    int records = repository.deleteRecords(tenant, order);
                    dataKeys.destroy(tenant, order.value());
                    return new Purged(records, key.map(k -> k.checkValue().hex6()).orElse(""));
                });
    }

    static String place(int number) {
        return "record/" + number;
    }

    private DataKey key(TenantId tenant, CardOrderId order) {
        AccountFileRow file = repository.accepted(tenant, order).orElseThrow(AccountVault::unknown);
        if (file.purgedAt != null) {
            throw purged();
        }
        return dataKeys.find(tenant, order.value()).orElseThrow(AccountVault::purged);
    }

    private static Refusal meanwhile() {
        return Refusal.conflict(
                "INTAKE_MEANWHILE",
                "The order has a cardholder list already, or another list brought the same cards"
                        + " in the same moment. Send the list again for a new order.");
    }

    private static Refusal unknown() {
        return Refusal.notFound("cardholder file");
    }

    private static Refusal purged() {
        return Refusal.conflict(
                "ACCOUNT_DATA_PURGED",
                "The order's account data were purged and cannot be read again. A new order with a"
                        + " new cardholder file is needed.");
    }
}
