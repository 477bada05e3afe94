package io.cardloom.connectors.simulator;

import java.time.Duration;
import java.util.Set;

/**
 * How the embedded bureau treats the packages that come.
 *
 * @param mood what it does with them
 * @param spoil numbers of cards it spoils in every package; each costs one plastic
 * @param pause how long it takes for a package; zero for as fast as it can
 */
public record BureauBehavior(Mood mood, Set<Integer> spoil, Duration pause) {

    /** What the bureau does with a package. */
    public enum Mood {
        /** Takes it, makes the cards and acknowledges. */
        WORKING,
        /** Refuses to store it. */
        REFUSING,
        /** Takes it and says nothing. */
        SILENT
    }

    public BureauBehavior {
        spoil = Set.copyOf(spoil);
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause is not negative");
        }
    }

    /** Everything good, at once. */
    public static BureauBehavior working() {
        return new BureauBehavior(Mood.WORKING, Set.of(), Duration.ZERO);
    }
}
