package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The door of the sealed account records that were accepted; data preparation reads them here. */
@Component
public class AccountVault {

    private static final int BATCH = 500;
    private static final int DOCUMENTS = 16;

    private final AccountRepository repository;
    private final DataKeys dataKeys;
    private final TenantWork work;
    private final Clock clock;

    AccountVault(AccountRepository repository, DataKeys dataKeys, TenantWork work, Clock clock) {
        this.repository = repository;
        this.dataKeys = dataKeys;
        this.work = work;
        this.clock = clock;
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
