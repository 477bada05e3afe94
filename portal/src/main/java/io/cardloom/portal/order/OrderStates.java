package io.cardloom.portal.order;

import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.order.OrderState;

/** How an order's state reads. */
final class OrderStates {

    private OrderStates() {}

    static StateMark mark(OrderState state) {
        return new StateMark(
                StateMark.words(state),
                switch (state) {
                    case RECEIVING -> Tone.LIVE;
                    case PLACED, WITHDRAWN -> Tone.QUIET;
                    case REFUSED -> Tone.STOP;
                    case IN_PRODUCTION -> Tone.LIVE;
                    case COMPLETED -> Tone.GOOD;
                });
    }
}
