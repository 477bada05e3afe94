package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.FreshKey;
import io.cardloom.production.key.store.LookupKeys;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An order's records on their way into the vault. They are staged batch by batch, sealed with a key
 * that nobody keeps before {@link AccountVault#accept}: until then, and when it never comes, they
 * open for nobody. Used from one thread.
 */
public final class Deposit {

    /** Why a record is not taken. */
    public enum Duplicate {
        /** The file has this account number and sequence number already. */
        IN_FILE,
        /** Another order's card of this account number and sequence number is in production. */
        IN_PROGRAM
    }

    private final TenantId tenant;
    private final CardOrderId order;
    private final ProgramId program;
    private final FreshKey fresh;
    private final LookupKeys.Hasher hasher;
    private final @Nullable String documents;
    private int size;

    Deposit(
            TenantId tenant,
            CardOrderId order,
            ProgramId program,
            FreshKey fresh,
            LookupKeys.Hasher hasher,
            @Nullable String documents) {
        this.tenant = tenant;
        this.order = order;
        this.program = program;
        this.fresh = fresh;
        this.hasher = hasher;
        this.documents = documents;
    }

    /** How many records are staged. */
    public int size() {
        return size;
    }

    /** Whose records these are. */
    public CardOrderId order() {
        return order;
    }

    /** The key that seals them, for what else comes with them. */
    public DataKey key() {
        return fresh.key();
    }

    TenantId tenant() {
        return tenant;
    }

    /** Within which a card is made once at a time. */
    public ProgramId program() {
        return program;
    }

    /** The version of the program's documents that these are; null for payment cards. */
    @Nullable String documents() {
        return documents;
    }

    FreshKey fresh() {
        return fresh;
    }

    void grow(int records) {
        size += records;
    }

    /**
     * A record that is to be kept.
     *
     * @param lookup the keyed hash by which its card is known
     * @param plain makes its bytes, which are wiped once they are sealed
     */
    record Kept(String lookup, Supplier<byte[]> plain) {

        @Override
        public String toString() {
            return "Kept[REDACTED]";
        }
    }

    Kept kept(AccountRecord record) {
        return new Kept(
                HexFormat.of()
                        .formatHex(
                                hasher.hash(
                                        program.value(), record.pan(), record.sequenceNumber())),
                record::toBytes);
    }

    Kept kept(DocumentEntry document) {
        return new Kept(
                HexFormat.of()
                        .formatHex(
                                hasher.hash(
                                        program.value(),
                                        document.issuingState(),
                                        document.documentNumber())),
                document::toBytes);
    }

    AccountRecordRow row(Kept record, int number) {
        byte[] plain = record.plain().get();
        try {
            return new AccountRecordRow(
                    tenant.value(),
                    order.value(),
                    number,
                    record.lookup(),
                    fresh.key().seal(plain, AccountVault.place(number)));
        } finally {
            java.util.Arrays.fill(plain, (byte) 0);
        }
    }
}
