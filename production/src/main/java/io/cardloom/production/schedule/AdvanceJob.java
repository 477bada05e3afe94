package io.cardloom.production.schedule;

import io.cardloom.production.RunId;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.tenancy.tenant.TenantId;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;

/** Takes a run on. */
@DisallowConcurrentExecution
class AdvanceJob implements Job {

    private final ProductionRuns runs;

    AdvanceJob(ProductionRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobDataMap ids = context.getMergedJobDataMap();
        context.setResult(
                runs.advance(
                        new TenantId(ids.getString(Alarm.TENANT)),
                        new RunId(ids.getString(Alarm.RUN))));
    }
}
