package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.verification.SealedPin;

/** Which PIN each card of a run has: the same one in every file. For one thread. */
@FunctionalInterface
interface CardPins {

    /** PINs that follow from account numbers. */
    static CardPins natural(PinRule rule) {
        return (card, session) -> NaturalPin.of(session, card.record().pan(), rule);
    }

    /** The card's PIN, which this session opens. */
    SealedPin of(CardDeck.Card<AccountRecord> card, PinKeys.Session session);
}
