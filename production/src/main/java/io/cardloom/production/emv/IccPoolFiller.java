package io.cardloom.production.emv;

import io.cardloom.production.keypool.PoolLevel;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills the pools in idle time, one key pair after the other, each kept by a piece of work of its
 * own: whoever kills the process loses the one in hand. It waits while cards are prepared or made,
 * leaves the rest of its core to others, and stops within the making of one key pair. Several
 * processes may fill at once; then a pool may get as many more as there are processes.
 */
@Component
class IccPoolFiller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IccPoolFiller.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tenants tenants;
    private final IccPools pools;
    private final IccKeys keys;
    private final ObjectProvider<ProductionLoad> load;
    private final PoolSettings settings;
    private final ProcessRole role;
    private @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile CountDownLatch wake = new CountDownLatch(1);

    IccPoolFiller(
            Tenants tenants,
            IccPools pools,
            IccKeys keys,
            ObjectProvider<ProductionLoad> load,
            PoolSettings settings,
            ProcessRole role) {
        this.tenants = tenants;
        this.pools = pools;
        this.keys = keys;
        this.load = load;
        this.settings = settings;
        this.role = role;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.active() && role.holdsKeys();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            wake = new CountDownLatch(1);
            stopping = false;
            thread = Thread.ofPlatform().daemon().name("card-keys").start(this::work);
        }
    }

    @Override
    public synchronized void stop() {
        Thread working = thread;
        stopping = true;
        wake.countDown();
        if (working != null) {
            try {
                working.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (!pause(settings.rest().toNanos())) {
            try {
                round();
            } catch (RuntimeException e) {
                LOG.warn("card keys were not made, it is tried again: {}", e.toString());
            }
        }
    }

    /** A pool that lacks key pairs. */
    private record Lacking(TenantId tenant, PoolLevel level) {}

    /**
     * Fills every pool that is not full, one key pair to each in turn so that none waits for
     * another, until production becomes busy or the process stops.
     *
     * @return how many were made
     */
    int round() {
        List<Lacking> lacking = new ArrayList<>();
        for (Issuer issuer : tenants.all()) {
            for (PoolLevel level : pools.levels(issuer.id())) {
                lacking.add(new Lacking(issuer.id(), level));
            }
        }
        int made = 0;
        for (int turn = 1; !lacking.isEmpty(); turn++) {
            int each = turn;
            lacking.removeIf(l -> l.level().ready() + each > l.level().target());
            for (Lacking one : lacking) {
                if (yields()) {
                    return made;
                }
                made += make(one.tenant(), one.level().bits(), one.level().ready() + each);
            }
        }
        return made;
    }

    private int make(TenantId tenant, int bits, int wanted) {
        long begin = System.nanoTime();
        int made = keys.fill(tenant, bits, wanted);
        long took = System.nanoTime() - begin;
        pause((long) (took * (1 - settings.share()) / settings.share()));
        return made;
    }

    private boolean yields() {
        return stopping || load.stream().anyMatch(ProductionLoad::busy);
    }

    /** True when the process stops meanwhile. */
    private boolean pause(long nanos) {
        try {
            return wake.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
