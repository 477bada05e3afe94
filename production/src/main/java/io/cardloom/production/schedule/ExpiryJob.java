package io.cardloom.production.schedule;

import io.cardloom.production.key.expiry.ExpiryAlarms;
import io.cardloom.tenancy.organization.Tenants;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Raises the day's alarms of certificates and keys for every issuer. */
@DisallowConcurrentExecution
class ExpiryJob implements Job {

    private final Tenants tenants;
    private final ExpiryAlarms alarms;

    ExpiryJob(Tenants tenants, ExpiryAlarms alarms) {
        this.tenants = tenants;
        this.alarms = alarms;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(tenants.all().stream().mapToInt(i -> alarms.raise(i.id())).sum());
    }
}
