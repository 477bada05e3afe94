package io.cardloom.production.dataprep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cards of a run, opened a batch at a time. */
final class CardDeck<R> {

    private static final int BATCH = 500;

    private final Records<R> records;
    private final List<CardSlot> slots;
    private final int batch;

    CardDeck(Records<R> records, List<CardSlot> slots) {
        this(records, slots, BATCH);
    }

    /**
     * @param batch how many are open at a time
     */
    CardDeck(Records<R> records, List<CardSlot> slots, int batch) {
        this.batch = batch;
        this.records = records;
        this.slots = List.copyOf(slots);
    }

    /** Where the records of an order lie. */
    interface Records<R> {
        /** Records by their number in the order, in clear. */
        Map<Integer, R> open(List<Integer> rows);
    }

    /** A card to be made. */
    record Card<R>(CardSlot slot, R record) {

        @Override
        public String toString() {
            return "Card[REDACTED]";
        }
    }

    /** The cards in the run's order, in batches. */
    Stream<List<Card<R>>> batches() {
        return IntStream.iterate(0, i -> i < slots.size(), i -> i + batch)
                .mapToObj(i -> open(slots.subList(i, Math.min(i + batch, slots.size()))));
    }

    /** The cards in the run's order. */
    Stream<Card<R>> cards() {
        return batches().flatMap(List::stream);
    }

    private List<Card<R>> open(List<CardSlot> some) {
        Map<Integer, R> opened =
                records.open(some.stream().map(CardSlot::rowNumber).distinct().toList());
        return some.stream()
                .map(s -> new Card<>(s, Objects.requireNonNull(opened.get(s.rowNumber()))))
                .toList();
    }
}
