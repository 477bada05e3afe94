package io.cardloom.production.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are moved.
 *
 * @param lease how long a node that says nothing more keeps a run; it renews it three times in that
 *     time while it works
 * @param firstRetry the wait after the first failure; it doubles with each further one
 * @param longestRetry the longest wait between two tries
 * @param acknowledgementPoll how often a bureau is asked for its acknowledgement
 * @param spoiledInRow so many spoiled cards one after the other put a run on hold
 * @param failures so many unexpected failures one after the other put a run on hold
 */
@ConfigurationProperties("cardloom.production.run")
record RunSettings(
        @DefaultValue("20s") Duration lease,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("10m") Duration longestRetry,
        @DefaultValue("5s") Duration acknowledgementPoll,
        @DefaultValue("3") int spoiledInRow,
        @DefaultValue("6") int failures) {

    /** The wait after so many failures, at least 1. */
    Duration wait(int tries) {
        Duration wait = firstRetry.multipliedBy(1L << Math.clamp(tries - 1L, 0, 20));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
