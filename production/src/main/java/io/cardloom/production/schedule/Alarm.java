package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.ScheduleId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.springframework.stereotype.Component;

/** Sets and clears triggers; they carry ids only. */
@Component
class Alarm {

    static final String TENANT = "tenant";
    static final String SCHEDULE = "schedule";
    static final String RUN = "run";
    static final String ORDER = "order";

    private final Scheduler scheduler;
    private final ScheduleSettings settings;

    Alarm(Scheduler scheduler, ScheduleSettings settings) {
        this.scheduler = scheduler;
        this.settings = settings;
    }

    /** Every occurrence fires with its own time, also one that was missed. */
    void set(TenantId tenant, ScheduleId schedule, Timing timing) {
        JobDetail job =
                JobBuilder.newJob(PlanJob.class)
                        .withIdentity(key(schedule))
                        .usingJobData(TENANT, tenant.value())
                        .usingJobData(SCHEDULE, schedule.value())
                        .requestRecovery()
                        .build();
        TriggerBuilder<Trigger> trigger = TriggerBuilder.newTrigger().withIdentity(name(schedule));
        quietly(
                () ->
                        scheduler.scheduleJob(
                                job,
                                switch (timing) {
                                    case Timing.Once(Instant at) ->
                                            trigger.startAt(Date.from(at))
                                                    .withSchedule(
                                                            SimpleScheduleBuilder.simpleSchedule()
                                                                    .withMisfireHandlingInstructionIgnoreMisfires())
                                                    .build();
                                    case Timing.Repeating repeating ->
                                            trigger.withSchedule(
                                                            CronScheduleBuilder.cronSchedule(
                                                                            repeating.cron())
                                                                    .inTimeZone(
                                                                            TimeZone.getTimeZone(
                                                                                    repeating
                                                                                            .zone()))
                                                                    .withMisfireHandlingInstructionIgnoreMisfires())
                                                    .build();
                                }));
    }

    void clear(ScheduleId schedule) {
        quietly(() -> scheduler.deleteJob(key(schedule)));
    }

    /** When the schedule fires next; null when it does not any more. */
    @Nullable Instant next(ScheduleId schedule) {
        try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(name(schedule)));
            Date next = trigger == null ? null : trigger.getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not answer", e);
        }
    }

    /** Has a run looked at, from now on, until it is cleared. */
    void set(TenantId tenant, RunId run) {
        again(
                JobBuilder.newJob(AdvanceJob.class)
                        .withIdentity(key(run))
                        .usingJobData(TENANT, tenant.value())
                        .usingJobData(RUN, run.value())
                        .build());
    }

    /** The same for an order's list that was handed in. */
    void set(TenantId tenant, CardOrderId order) {
        again(
                JobBuilder.newJob(ListJob.class)
                        .withIdentity(key(order))
                        .usingJobData(TENANT, tenant.value())
                        .usingJobData(ORDER, order.value())
                        .build());
    }

    private void again(JobDetail job) {
        quietly(
                () -> {
                    if (scheduler.checkExists(job.getKey())) {
                        return;
                    }
                    scheduler.scheduleJob(
                            job,
                            TriggerBuilder.newTrigger()
                                    .withIdentity(job.getKey().getName())
                                    .startNow()
                                    .withSchedule(
                                            SimpleScheduleBuilder.simpleSchedule()
                                                    .withIntervalInMilliseconds(
                                                            settings.poll().toMillis())
                                                    .repeatForever()
                                                    .withMisfireHandlingInstructionNextWithRemainingCount())
                                    .build());
                });
    }

    void clear(RunId run) {
        quietly(() -> scheduler.deleteJob(key(run)));
    }

    void clear(CardOrderId order) {
        quietly(() -> scheduler.deleteJob(key(order)));
    }

    private static JobKey key(ScheduleId schedule) {
        return JobKey.jobKey(name(schedule));
    }

    private static String name(ScheduleId schedule) {
        return "plan " + schedule;
    }

    private static JobKey key(RunId run) {
        return JobKey.jobKey("advance " + run);
    }

    private static JobKey key(CardOrderId order) {
        return JobKey.jobKey("take in " + order);
    }

    private interface Order {
        void give() throws SchedulerException;
    }

    private static void quietly(Order order) {
        try {
            order.give();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not take the order", e);
        }
    }
}
