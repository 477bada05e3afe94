package io.cardloom.production.schedule;

import io.cardloom.production.key.life.CeremonyClock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the clock of key ceremonies tick for every issuer. */
@DisallowConcurrentExecution
class CeremonyJob implements Job {

    private final EveryIssuer issuers;
    private final CeremonyClock clock;

    CeremonyJob(EveryIssuer issuers, CeremonyClock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(issuers.sum(getClass().getSimpleName(), clock::tick));
    }
}
