package io.cardloom.production.run;

/** What can happen to a card, as its transition table knows it. */
enum CardVerb {
    CLAIM,
    PRODUCE,
    SPOIL,
    REFUSE,
    DEFER,
    DOUBT,
    FIND_GOOD,
    DESTROY,
    HAND_OVER,
    CANCEL
}
