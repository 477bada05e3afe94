package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cards of a run, opened a batch at a time. */
final class CardDeck {

    private static final int BATCH = 500;

    private final AccountVault vault;
    private final TenantId tenant;
    private final RunOrder order;

    CardDeck(AccountVault vault, TenantId tenant, RunOrder order) {
        this.vault = vault;
        this.tenant = tenant;
        this.order = order;
    }

    /** A card to be made. */
    record Card(CardSlot slot, AccountRecord record) {}

    /** The cards in the run's order, in batches. */
    Stream<List<Card>> batches() {
        List<CardSlot> slots = order.cards();
        return IntStream.iterate(0, i -> i < slots.size(), i -> i + BATCH)
                .mapToObj(i -> open(slots.subList(i, Math.min(i + BATCH, slots.size()))));
    }

    /** The cards in the run's order. */
    Stream<Card> cards() {
        return batches().flatMap(List::stream);
    }

    private List<Card> open(List<CardSlot> slots) {
        Map<Integer, AccountRecord> records =
                vault.open(
                        tenant,
                        order.order(),
                        slots.stream().map(CardSlot::rowNumber).distinct().toList());
        return slots.stream()
                .map(s -> new Card(s, Objects.requireNonNull(records.get(s.rowNumber()))))
                .toList();
    }
}
