package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.verification.SealedPin;

/** Which PIN each card of a run has: the same one in every file. For one thread. */
@FunctionalInterface
interface CardPins {

    /** PINs that follow from account numbers. */
    CardPins NATURAL = (card, session) -> NaturalPin.of(session, card.record().pan());

    /** The card's PIN, which this session opens. */
    SealedPin of(CardDeck.Card<AccountRecord> card, PinKeys.Session session);
}
