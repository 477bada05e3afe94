package io.cardloom.production.run;

import static io.cardloom.production.run.CardState.CANCELLED;
import static io.cardloom.production.run.CardState.CLAIMED;
import static io.cardloom.production.run.CardState.DESTROYED;
import static io.cardloom.production.run.CardState.HANDED_OVER;
import static io.cardloom.production.run.CardState.PLANNED;
import static io.cardloom.production.run.CardState.PRODUCED;
import static io.cardloom.production.run.CardState.REFUSED;
import static io.cardloom.production.run.CardState.SPOILED;
import static io.cardloom.production.run.CardState.UNKNOWN;

import java.util.List;

/** The life of a card as data. A claimed card never becomes planned because nobody answered. */
final class CardTransitions {

    /** One arrow. */
    record Arrow(CardState from, CardVerb verb, CardState to) {}

    static final List<Arrow> ARROWS =
            List.of(
                    new Arrow(PLANNED, CardVerb.CLAIM, CLAIMED),
                    new Arrow(PLANNED, CardVerb.HAND_OVER, HANDED_OVER),
                    new Arrow(PLANNED, CardVerb.CANCEL, CANCELLED),
                    new Arrow(CLAIMED, CardVerb.PRODUCE, PRODUCED),
                    new Arrow(CLAIMED, CardVerb.SPOIL, SPOILED),
                    new Arrow(CLAIMED, CardVerb.REFUSE, REFUSED),
                    new Arrow(CLAIMED, CardVerb.DEFER, PLANNED),
                    new Arrow(CLAIMED, CardVerb.DOUBT, UNKNOWN),
                    new Arrow(UNKNOWN, CardVerb.FIND_GOOD, PRODUCED),
                    new Arrow(UNKNOWN, CardVerb.DESTROY, DESTROYED),
                    new Arrow(HANDED_OVER, CardVerb.PRODUCE, PRODUCED),
                    new Arrow(HANDED_OVER, CardVerb.SPOIL, SPOILED));

    private CardTransitions() {}

    /** Where the verb leads; no arrow is a programming error. */
    static CardState next(CardState from, CardVerb verb) {
        return ARROWS.stream()
                .filter(a -> a.from() == from && a.verb() == verb)
                .map(Arrow::to)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a " + from + " card, " + verb + "?"));
    }
}
