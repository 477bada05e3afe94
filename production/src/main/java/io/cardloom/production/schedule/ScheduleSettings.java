package io.cardloom.production.schedule;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the scheduler works.
 *
 * @param name of the cluster: nodes of one name share their triggers, and in one JVM a name stands
 *     for one scheduler only
 * @param active whether this node fires anything; one that does not still writes schedules
 * @param poll how often a moving run is looked at, at least 100 ms
 * @param threads jobs at a time on this node
 * @param checkin how often nodes tell each other that they live
 * @param ceremonies when key ceremonies that ran out of time are closed, and Cardloom's own
 *     certificates follow each other, as a cron of Quartz in UTC
 * @param retention when the retention clock ticks, the same way
 * @param expiries when the day's alarms of certificates and keys are raised, the same way
 */
@ConfigurationProperties("cardloom.production.schedule")
record ScheduleSettings(
        @DefaultValue("cardloom") String name,
        @DefaultValue("true") boolean active,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("4") int threads,
        @DefaultValue("2500ms") Duration checkin,
        @DefaultValue("30 * * * * ?") String ceremonies,
        @DefaultValue("0 20 * * * ?") String retention,
        @DefaultValue("0 15 4 * * ?") String expiries) {}
