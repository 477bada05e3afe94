package io.cardloom.production.role;

import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets a worker do its chores every other second, for one issuer after the other. */
@Component
class WorkerRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRounds.class);
    private static final long REST_SECONDS = 2;

    private final ProcessRole role;
    private final ObjectProvider<WorkerChore> chores;
    private final Tenants tenants;
    private volatile @Nullable CountDownLatch ending;

    WorkerRounds(ProcessRole role, ObjectProvider<WorkerChore> chores, Tenants tenants) {
        this.role = role;
        this.chores = chores;
        this.tenants = tenants;
    }

    /** A process that does everything asks nobody else. */
    @Override
    public boolean isAutoStartup() {
        return role == ProcessRole.WORKER;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        Thread.ofPlatform().name("worker-rounds").daemon(true).start(() -> live(end));
    }

    @Override
    public void stop() {
        CountDownLatch end = ending;
        ending = null;
        if (end != null) {
            end.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return ending != null;
    }

    private void live(CountDownLatch end) {
        try {
            do {
                round();
            } while (!end.await(REST_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            for (Issuer issuer : tenants.all()) {
                chores.orderedStream().forEach(chore -> done(chore, issuer.id()));
            }
        } catch (RuntimeException e) {
            LOG.warn("A round of the worker failed, it is tried again: {}", e.toString());
        }
    }

    private static void done(WorkerChore chore, TenantId tenant) {
        try {
            chore.round(tenant);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} of {} failed, it is tried again: {}",
                    chore.getClass().getSimpleName(),
                    tenant,
                    e.getClass().getName());
        }
    }
}
