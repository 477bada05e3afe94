package io.cardloom.designer.template;

import io.cardloom.designer.design.DesignId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off the rebrands that run, one design at a time, each in a piece of work of its own: where
 * it is stopped or killed, it goes on at the next start.
 */
@Component
class RebrandWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebrandWorker.class);
    private static final int PAGE = 50;
    private static final long LOOK_AGAIN_SECONDS = 30;

    private final Tenants tenants;
    private final TenantWork work;
    private final RebrandRepository rebrands;
    private final RebrandWork one;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Thread thread;

    RebrandWorker(
            Tenants tenants,
            TenantWork work,
            RebrandRepository rebrands,
            RebrandWork one,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tenants = tenants;
        this.work = work;
        this.rebrands = rebrands;
        this.one = one;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        Thread started = Thread.ofPlatform().name("rebrand").daemon(true).unstarted(this::live);
        thread = started;
        started.start();
    }

    @Override
    public synchronized void stop() {
        Thread ending = thread;
        thread = null;
        if (ending != null) {
            news.release();
            try {
                ending.join(TimeUnit.SECONDS.toMillis(LOOK_AGAIN_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** There is something new to do. */
    void wake() {
        news.release();
    }

    private void live() {
        while (isRunning()) {
            try {
                for (Issuer issuer : tenants.all()) {
                    workOff(issuer.id());
                }
                if (news.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("A rebrand could not go on; it is tried again", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOff(TenantId tenant) {
        for (RebrandRow rebrand : work.read(tenant, () -> rebrands.running(tenant))) {
            RebrandId id = new RebrandId(rebrand.id);
            List<DesignId> pending = pending(tenant, id);
            while (!pending.isEmpty() && isRunning()) {
                for (DesignId design : pending) {
                    if (!isRunning()) {
                        return;
                    }
                    one.settle(rebrand, design);
                }
                pending = pending(tenant, id);
            }
            if (pending.isEmpty()) {
                finish(tenant, rebrand);
            }
        }
    }

    private List<DesignId> pending(TenantId tenant, RebrandId id) {
        return work.read(tenant, () -> rebrands.pending(tenant, id, PAGE));
    }

    private void finish(TenantId tenant, RebrandRow rebrand) {
        work.run(
                tenant,
                () -> {
                    RebrandId id = new RebrandId(rebrand.id);
                    if (rebrands.finish(
                            tenant, id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                        trail.record(
                                rebrand.actor(),
                                new AuditEntry("rebrand.finished", rebrand.id, null, Map.of()));
                        events.publishEvent(new RebrandMoved(tenant, id));
                    }
                });
    }
}
