package io.cardloom.production.schedule;

import io.cardloom.production.key.life.CeremonyClock;
import io.cardloom.tenancy.organization.Tenants;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the clock of key ceremonies tick for every issuer. */
@DisallowConcurrentExecution
class CeremonyJob implements Job {

    private final Tenants tenants;
    private final CeremonyClock clock;

    CeremonyJob(Tenants tenants, CeremonyClock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(tenants.all().stream().mapToInt(i -> clock.tick(i.id())).sum());
    }
}
