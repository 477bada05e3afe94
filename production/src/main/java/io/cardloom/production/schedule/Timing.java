package io.cardloom.production.schedule;

import java.time.Instant;
import java.time.ZoneId;

/** When an order's runs are planned. */
public sealed interface Timing {

    /** Once, for all cardholders; a time that has passed means now. */
    record Once(Instant at) implements Timing {}

    /**
     * Again and again until no cardholder is left.
     *
     * @param cron a Quartz expression with seconds, such as {@code 0 30 6 ? * MON-FRI}; not more
     *     often than once a minute
     * @param zone whose clock it reads; an hour that comes twice counts once
     * @param cardsPerRun at least 1
     */
    record Repeating(String cron, ZoneId zone, int cardsPerRun) implements Timing {}
}
