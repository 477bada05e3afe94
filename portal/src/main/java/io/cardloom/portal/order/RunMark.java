package io.cardloom.portal.order;

import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.run.RunState;

/** How a run's state reads, on orders and on runs. */
public final class RunMark {

    private RunMark() {}

    public static StateMark of(RunState state) {
        return new StateMark(
                StateMark.words(state),
                switch (state) {
                    case PLANNED, PRODUCED -> Tone.CARE;
                    case RELEASED, PREPARING, PREPARED, HANDING_OVER, HANDED_OVER, PERSONALIZING ->
                            Tone.LIVE;
                    case ON_HOLD -> Tone.STOP;
                    case RECONCILED -> Tone.GOOD;
                    case CANCELLED -> Tone.QUIET;
                });
    }
}
