package io.cardloom.production.dataprep;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import java.util.List;

/**
 * What a run wants prepared.
 *
 * @param run whose cards these are
 * @param order whose account records they are made from
 * @param digest of the approved design revision
 * @param cards in the order in which they will be made; not empty
 */
public record RunOrder(RunId run, CardOrderId order, Digest digest, List<CardSlot> cards) {

    public RunOrder {
        cards = List.copyOf(cards);
    }
}
