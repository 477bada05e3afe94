package io.cardloom.production.schedule;

import io.cardloom.production.key.OwnCertificateClock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the clock of Cardloom's own certificates tick for every issuer. */
@DisallowConcurrentExecution
class OwnCertificateJob implements Job {

    private final EveryIssuer issuers;
    private final OwnCertificateClock clock;

    OwnCertificateJob(EveryIssuer issuers, OwnCertificateClock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(issuers.sum(getClass().getSimpleName(), clock::tick));
    }
}
