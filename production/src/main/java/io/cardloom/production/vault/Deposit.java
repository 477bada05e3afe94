package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.store.FreshKey;
import io.cardloom.production.key.store.LookupKeys;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Account records of one file, sealed as they come and kept by nobody until {@link
 * AccountVault#keep}; forgotten, they leave nothing behind, because their key was never kept.
 */
public final class Deposit {

    private final TenantId tenant;
    private final CardOrderId order;
    private final ProgramId program;
    private final FreshKey fresh;
    private final LookupKeys.Hasher hasher;
    private final List<byte[]> ciphertexts = new ArrayList<>();
    private final Map<String, Integer> numberByLookup = new HashMap<>();

    Deposit(
            TenantId tenant,
            CardOrderId order,
            ProgramId program,
            FreshKey fresh,
            LookupKeys.Hasher hasher) {
        this.tenant = tenant;
        this.order = order;
        this.program = program;
        this.fresh = fresh;
        this.hasher = hasher;
    }

    /**
     * Seals a record under the next number, from 1.
     *
     * @return false when the file has this account number and sequence number already; then nothing
     *     is added
     */
    public boolean add(AccountRecord record) {
        String lookup =
                HexFormat.of()
                        .formatHex(
                                hasher.hash(
                                        program.value(), record.pan(), record.sequenceNumber()));
        int number = ciphertexts.size() + 1;
        if (numberByLookup.putIfAbsent(lookup, number) != null) {
            return false;
        }
        ciphertexts.add(fresh.key().seal(record.toBytes(), AccountVault.place(number)));
        return true;
    }

    /** How many records it holds. */
    public int size() {
        return ciphertexts.size();
    }

    TenantId tenant() {
        return tenant;
    }

    /** Whose records these are. */
    public CardOrderId order() {
        return order;
    }

    ProgramId program() {
        return program;
    }

    FreshKey fresh() {
        return fresh;
    }

    Map<String, Integer> numberByLookup() {
        return numberByLookup;
    }

    byte[] ciphertext(int number) {
        return ciphertexts.get(number - 1);
    }
}
