package io.cardloom.production.schedule;

import io.cardloom.production.expiry.ExpiryAlarms;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Raises the day's alarms of certificates and keys for every issuer. */
@DisallowConcurrentExecution
class ExpiryJob implements Job {

    private final EveryIssuer issuers;
    private final ExpiryAlarms alarms;

    ExpiryJob(EveryIssuer issuers, ExpiryAlarms alarms) {
        this.issuers = issuers;
        this.alarms = alarms;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(issuers.sum(getClass().getSimpleName(), alarms::raise));
    }
}
