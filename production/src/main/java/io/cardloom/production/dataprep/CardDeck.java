package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cards of a run, opened a batch at a time. */
final class CardDeck {

    private static final int BATCH = 500;

    private final Records records;
    private final List<CardSlot> slots;

    CardDeck(Records records, List<CardSlot> slots) {
        this.records = records;
        this.slots = List.copyOf(slots);
    }

    /** Where the records of an order lie. */
    interface Records {
        /** Records by their number in the order, in clear. */
        Map<Integer, AccountRecord> open(List<Integer> rows);
    }

    /** A card to be made. */
    record Card(CardSlot slot, AccountRecord record) {}

    /** The cards in the run's order, in batches. */
    Stream<List<Card>> batches() {
        return IntStream.iterate(0, i -> i < slots.size(), i -> i + BATCH)
                .mapToObj(i -> open(slots.subList(i, Math.min(i + BATCH, slots.size()))));
    }

    /** The cards in the run's order. */
    Stream<Card> cards() {
        return batches().flatMap(List::stream);
    }

    private List<Card> open(List<CardSlot> batch) {
        Map<Integer, AccountRecord> opened =
                records.open(batch.stream().map(CardSlot::rowNumber).distinct().toList());
        return batch.stream()
                .map(s -> new Card(s, Objects.requireNonNull(opened.get(s.rowNumber()))))
                .toList();
    }
}
