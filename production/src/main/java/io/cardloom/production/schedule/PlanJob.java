package io.cardloom.production.schedule;

import io.cardloom.production.ScheduleId;
import io.cardloom.tenancy.tenant.TenantId;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;

/** Fires a schedule's occurrence. */
class PlanJob implements Job {

    private final Occurrences occurrences;

    PlanJob(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobDataMap ids = context.getMergedJobDataMap();
        occurrences.fire(
                new TenantId(ids.getString(Alarm.TENANT)),
                new ScheduleId(ids.getString(Alarm.SCHEDULE)),
                context.getScheduledFireTime().toInstant());
    }
}
