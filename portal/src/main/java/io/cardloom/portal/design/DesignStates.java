package io.cardloom.portal.design;

import io.cardloom.designer.design.DesignState;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;

/** How a design's state reads. */
final class DesignStates {

    private DesignStates() {}

    static StateMark mark(DesignState state) {
        return new StateMark(
                StateMark.words(state),
                switch (state) {
                    case DRAFT -> Tone.QUIET;
                    case FROZEN, IN_REVIEW -> Tone.LIVE;
                    case APPROVED -> Tone.GOOD;
                    case CHANGES_REQUIRED -> Tone.CARE;
                });
    }
}
