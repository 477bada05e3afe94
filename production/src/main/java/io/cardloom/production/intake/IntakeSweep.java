package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Forgets lists whose taking in ended with its process: what is staged of them nobody can open, and
 * its rows would keep the same cards out.
 */
@Component
class IntakeSweep implements SmartLifecycle {

    /** Longer than any batch takes; a process that gave no sign for so long is gone. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    /** Longer than any piece of a list is on its way from a browser. */
    private static final Duration BROKEN_OFF = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(IntakeSweep.class);
    private static final long BEAT_SECONDS = 5;
    private static final int BEATS_A_LOOK = 6;

    private final Tenants tenants;
    private final IntakeRepository rows;
    private final IntakeFolder folder;
    private final HandedRepository handed;
    private final DropBox box;
    private final AccountVault vault;
    private final ProcessRole role;
    private final TenantWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<Living> living = ConcurrentHashMap.newKeySet();
    private volatile @Nullable CountDownLatch ending;

    IntakeSweep(
            Tenants tenants,
            IntakeRepository rows,
            IntakeFolder folder,
            HandedRepository handed,
            DropBox box,
            AccountVault vault,
            ProcessRole role,
            TenantWork work,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.folder = folder;
        this.handed = handed;
        this.box = box;
        this.vault = vault;
        this.role = role;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** Lists are taken in, and forgotten, where the keys are. */
    @Override
    public boolean isAutoStartup() {
        return role.holdsKeys();
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        Thread.ofPlatform().name("intake-sweep").daemon(true).start(() -> live(end));
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
            int beats = 0;
            do {
                beatAll();
                if (beats++ % BEATS_A_LOOK == 0) {
                    sweepAll();
                }
            } while (!end.await(BEAT_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** This process is about to take a list in. */
    void lives(TenantId tenant, CardOrderId order) {
        living.add(new Living(tenant, order));
    }

    /** This process has done with it. */
    void gone(TenantId tenant, CardOrderId order) {
        living.remove(new Living(tenant, order));
    }

    private record Living(TenantId tenant, CardOrderId order) {}

    private void beatAll() {
        try {
            for (Living one : living) {
                work.run(one.tenant(), () -> rows.beat(one.tenant(), one.order(), clock.instant()));
            }
        } catch (RuntimeException e) {
            LOG.warn("A sign of life could not be given; it is tried again", e);
        }
    }

    private void sweepAll() {
        try {
            for (Issuer issuer : tenants.all()) {
                sweep(issuer.id(), clock.instant().minus(SILENCE));
            }
        } catch (RuntimeException e) {
            LOG.warn("Lists left behind could not be forgotten; it is tried again", e);
        }
    }

    /** Forgets what gave no sign since then. */
    void sweep(TenantId tenant, Instant since) {
        List<CardOrderId> silent = work.read(tenant, () -> rows.silent(tenant, since));
        for (CardOrderId order : silent) {
            vault.discard(tenant, order);
            work.run(
                    tenant,
                    () -> {
                        if (rows.remove(tenant, order, 0)) {
                            events.publishEvent(new IntakeAbandoned(tenant, order));
                        }
                    });
        }
        // A sealed list may be waiting for its turn as long as it is being opened.
        folder.clear(tenant, since.minus(Duration.ofHours(1)));
        for (CardOrderId order :
                work.read(tenant, () -> handed.brokenOff(tenant, since.minus(BROKEN_OFF)))) {
            work.run(tenant, () -> handed.remove(tenant, order));
        }
        box.sweep(tenant);
    }
}
