package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.LookupKeys;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door of the sealed account records; only intake and data preparation come here. */
@Component
public class AccountVault {

    private static final int BATCH = 500;

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
        return new Deposit(
                tenant,
                order,
                program,
                dataKeys.fresh(tenant, order.value()),
                lookupKeys.hasher(tenant));
    }

    /** The numbers of the deposit's records that are in production already, ascending. */
    public Set<Integer> inProduction(Deposit deposit) {
        List<String> lookups = new ArrayList<>(deposit.numberByLookup().keySet());
        Set<Integer> numbers = new TreeSet<>();
        work.run(
                deposit.tenant(),
                () -> {
                    for (int i = 0; i < lookups.size(); i += BATCH) {
                        List<String> batch =
                                lookups.subList(i, Math.min(i + BATCH, lookups.size()));
                        repository
                                .known(deposit.tenant(), batch)
                                .forEach(l -> numbers.add(numberOf(deposit, l)));
                    }
                });
        return numbers;
    }

    /**
     * Keeps the deposit, in the surrounding work if there is one.
     *
     * @param signer fingerprint of the certificate that signed the file
     * @throws Refusal {@code INTAKE_MEANWHILE} (conflict) when the order has a file already, or
     *     when another file put one of the cards into production in the same moment
     */
    public void keep(Deposit deposit, String signer) {
        try {
            work.run(
                    deposit.tenant(),
                    () -> {
                        repository.add(
                                deposit.tenant(),
                                new AccountFileRow(deposit, signer, clock.instant()));
                        repository.add(deposit.tenant(), rows(deposit));
                        dataKeys.clear(deposit.tenant(), deposit.order().value());
                        dataKeys.keep(deposit.fresh());
                    });
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict(
                    "INTAKE_MEANWHILE",
                    "The order has a cardholder file already, or another file brought one of its"
                            + " cards in the same moment. Send the file again for a new order.");
        }
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
                                .file(tenant, order)
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
        return work.read(
                tenant,
                () -> {
                    DataKey key = key(tenant, order);
                    Map<Integer, AccountRecord> records = new TreeMap<>();
                    for (int i = 0; i < numbers.size(); i += BATCH) {
                        List<Integer> batch =
                                numbers.subList(i, Math.min(i + BATCH, numbers.size()));
                        for (Object[] row : repository.ciphertexts(tenant, order, batch)) {
                            int number = (int) row[0];
                            byte[] record = key.open((byte[]) row[1], place(number));
                            records.put(number, AccountRecord.fromBytes(record));
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
                            repository.hold(tenant, order).orElseThrow(AccountVault::unknown);
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
        AccountFileRow file = repository.file(tenant, order).orElseThrow(AccountVault::unknown);
        if (file.purgedAt != null) {
            throw purged();
        }
        return dataKeys.find(tenant, order.value()).orElseThrow(AccountVault::purged);
    }

    private static List<AccountRecordRow> rows(Deposit deposit) {
        return deposit.numberByLookup().entrySet().stream()
                .map(
                        e ->
                                new AccountRecordRow(
                                        deposit.tenant().value(),
                                        deposit.order().value(),
                                        e.getValue(),
                                        e.getKey(),
                                        deposit.ciphertext(e.getValue())))
                .sorted((a, b) -> Integer.compare(a.number, b.number))
                .toList();
    }

    private static int numberOf(Deposit deposit, String lookup) {
        Integer number = deposit.numberByLookup().get(lookup);
        if (number == null) {
            throw new IllegalStateException("the database answered what was not asked");
        }
        return number;
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
