package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives signs of life for the lists that this process takes in, and clears away what killed
 * processes left behind: copies on the disk, uploads that broke off, keys of lists that are gone.
 */
@Component
class IntakeSweep implements SmartLifecycle {

    /** Longer than a list waits for being read once it is opened. */
    private static final Duration LEFT = Duration.ofHours(1);

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
    private final ProcessRole role;
    private final TenantWork work;
    private final Clock clock;
    private final Set<Living> living = ConcurrentHashMap.newKeySet();
    private volatile @Nullable CountDownLatch ending;
    private volatile boolean stopping;

    IntakeSweep(
            Tenants tenants,
            IntakeRepository rows,
            IntakeFolder folder,
            HandedRepository handed,
            DropBox box,
            ProcessRole role,
            TenantWork work,
            Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.folder = folder;
        this.handed = handed;
        this.box = box;
        this.role = role;
        this.work = work;
        this.clock = clock;
    }

    /** Lists are taken in where the keys are. */
    @Override
    public boolean isAutoStartup() {
        return role.holdsKeys();
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        stopping = false;
        Thread.ofPlatform().name("intake-sweep").daemon(true).start(() -> live(end));
    }

    @Override
    public void stop() {
        stopping = true;
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

    /** Whether this process is ending, and leaves its lists to the next one. */
    boolean isStopping() {
        return stopping;
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
                sweep(issuer.id(), clock.instant());
            }
        } catch (RuntimeException e) {
            LOG.warn("What was left behind could not be cleared away; it is tried again", e);
        }
    }

    /** Clears away what is left behind at this moment. */
    void sweep(TenantId tenant, Instant now) {
        folder.clear(tenant, now.minus(LEFT));
        for (CardOrderId order :
                work.read(tenant, () -> handed.brokenOff(tenant, now.minus(BROKEN_OFF)))) {
            work.run(tenant, () -> handed.remove(tenant, order));
        }
        box.sweep(tenant);
    }
}
