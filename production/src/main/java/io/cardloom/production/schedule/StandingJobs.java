package io.cardloom.production.schedule;

import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs that are always there, whatever is ordered. Whichever node starts first sets them; one
 * that was due while no node ran is done at the next start.
 */
@Component
class StandingJobs {

    private final Scheduler scheduler;
    private final ScheduleSettings settings;
    private final TransactionTemplate together;

    StandingJobs(
            Scheduler scheduler,
            ScheduleSettings settings,
            PlatformTransactionManager transactions) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.together = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(ApplicationReadyEvent started) {
        set("key ceremonies", CeremonyJob.class, settings.ceremonies());
        set("own certificates", OwnCertificateJob.class, settings.ceremonies());
        set("retention", RetentionJob.class, settings.retention());
        set("expiry alarms", ExpiryJob.class, settings.expiries());
    }

    /**
     * Within a transaction, which the scheduler's store needs for its lock: without one, the first
     * start of all fails when the scheduler's own thread takes that lock at the same moment.
     */
    private void set(String name, Class<? extends Job> job, String cron) {
        together.executeWithoutResult(
                transaction -> {
                    try {
                        schedule(name, job, cron);
                    } catch (ObjectAlreadyExistsException another) {
                        transaction.setRollbackOnly();
                        // Another node started at the same moment and set it.
                    } catch (SchedulerException e) {
                        throw new IllegalStateException("the scheduler takes no standing jobs", e);
                    }
                });
    }

    private void schedule(String name, Class<? extends Job> job, String cron)
            throws SchedulerException {
        Trigger trigger =
                TriggerBuilder.newTrigger()
                        .withIdentity(name)
                        .withSchedule(
                                CronScheduleBuilder.cronSchedule(cron)
                                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                                        .withMisfireHandlingInstructionFireAndProceed())
                        .build();
        TriggerKey key = trigger.getKey();
        if (scheduler.getTrigger(key) instanceof CronTrigger known) {
            if (!known.getCronExpression().equals(cron)) {
                scheduler.rescheduleJob(key, trigger);
            }
            return;
        }
        scheduler.scheduleJob(
                JobBuilder.newJob(job).withIdentity(JobKey.jobKey(name)).build(), trigger);
    }
}
