package io.cardloom.portal.run;

import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.run.CardState;

/** How a card's state reads. */
final class CardMark {

    private CardMark() {}

    static StateMark of(CardState state) {
        return new StateMark(
                state == CardState.UNKNOWN ? "In doubt" : StateMark.words(state),
                switch (state) {
                    case PLANNED, CANCELLED -> Tone.QUIET;
                    case CLAIMED, HANDED_OVER -> Tone.LIVE;
                    case PRODUCED -> Tone.GOOD;
                    case SPOILED, DESTROYED -> Tone.CARE;
                    case UNKNOWN, REFUSED -> Tone.STOP;
                });
    }
}
