package io.cardloom.connectors.registry;

import java.time.Instant;

/**
 * How a destination is.
 *
 * @param state in one word
 * @param sentence what was seen, or what to do
 * @param at when it was looked at
 */
public record Health(State state, String sentence, Instant at) {

    /** The answer in one word. */
    public enum State {
        /** Reached and ready. */
        GOOD,
        /** Not reached; a later try can help. */
        UNREACHABLE,
        /** Reached or not, it cannot work until somebody changes something. */
        MISCONFIGURED
    }
}
