package io.cardloom.production.schedule;

import io.cardloom.production.retention.RetentionClock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the retention clock tick for every issuer. */
@DisallowConcurrentExecution
class RetentionJob implements Job {

    private final EveryIssuer issuers;
    private final RetentionClock clock;

    RetentionJob(EveryIssuer issuers, RetentionClock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(issuers.sum(getClass().getSimpleName(), clock::tick));
    }
}
