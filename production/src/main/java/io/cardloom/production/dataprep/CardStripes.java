package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.emv.TrackImage;
import io.cardloom.production.verification.PinBlockFormat;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the cards of a run get their stripes, and what their chips have of the same.
 *
 * @param three whether each has a track 3
 * @param laying lays a card's record on its stripe; for one thread; refuses with {@code
 *     RECORD_WITHOUT_TRACKS}
 * @param imaging what the card's chip tells of its stripe; for one thread
 * @param pinning the card's PIN for its own check, in a block of that format, encrypted as chips'
 *     keys are; for one thread
 */
record CardStripes(
        boolean three,
        Function<CardDeck.Card<AccountRecord>, TrackData> laying,
        Function<CardDeck.Card<AccountRecord>, TrackImage> imaging,
        BiFunction<CardDeck.Card<AccountRecord>, PinBlockFormat, byte[]> pinning) {

    @Override
    public String toString() {
        return "CardStripes[three=" + three + "]";
    }
}
