package io.cardloom.production.output;

import io.cardloom.production.RunId;

/**
 * Is told of each step of a run, on the thread that does it. Every bean of this type is told.
 *
 * <p>A watcher only looks: it must be quick, and an exception from it stops the step there.
 */
public interface StepWatcher {

    /** Where in a step we are. */
    enum Moment {
        /** Nothing is written yet. */
        BEFORE_INTENT,
        /** The intent is committed, nothing is done. */
        AFTER_INTENT,
        /** It is done, the outcome is not written. */
        AFTER_EFFECT,
        /** The outcome is committed. */
        AFTER_OUTCOME
    }

    /**
     * @param number of the card within the run, 0 for a step of the whole run
     * @param step a word such as {@code prepare}, {@code hand-over}, {@code personalize}
     */
    void at(RunId run, int number, String step, Moment moment);
}
