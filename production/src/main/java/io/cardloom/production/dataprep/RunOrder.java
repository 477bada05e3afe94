package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import java.util.List;

/**
 * What a run wants prepared.
 *
 * @param run whose cards these are
 * @param order whose account records they are made from
 * @param digest of the approved design revision, 64 lower-case hex characters
 * @param cards in the order in which they will be made; not empty
 */
public record RunOrder(RunId run, CardOrderId order, String digest, List<CardSlot> cards) {

    public RunOrder {
        cards = List.copyOf(cards);
    }
}
