package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that one node at a time moves a run, and that a node that was thought dead cannot
 * write when it wakes.
 */
@Component
class RunLeases {

    private static final Logger LOG = LoggerFactory.getLogger(RunLeases.class);

    private final TenantWork work;
    private final RunBook book;
    private final CardRepository cards;
    private final RunSettings settings;

    RunLeases(TenantWork work, RunBook book, CardRepository cards, RunSettings settings) {
        this.work = work;
        this.book = book;
        this.cards = cards;
        this.settings = settings;
    }

    /** What asking for a run gives. */
    sealed interface Answer {
        /** It is ours. */
        record Ours(Lease lease) implements Answer {}

        /** Another node has it, or it is not due: come again then. */
        record Later(Instant at) implements Answer {}

        /** It waits for a person, or is closed. */
        record Rests() implements Answer {}
    }

    /**
     * Takes a moving run. A run at a device whose former holder fell silent goes on hold instead:
     * after an interruption a person looks first (PCI Card Production, restart under
     * authorization).
     */
    Answer take(TenantId tenant, RunId run) {
        return work.apart(
                tenant,
                () -> {
                    RunRow row = book.locked(tenant, run);
                    Instant now = book.now();
                    if (!row.state.moving()) {
                        return new Answer.Rests();
                    }
                    if (row.isLeased(now)) {
                        return new Answer.Later(row.leaseUntil);
                    }
                    if (row.nextTry != null && row.nextTry.isAfter(now)) {
                        return new Answer.Later(row.nextTry);
                    }
                    return interrupted(tenant, row) ? new Answer.Rests() : given(tenant, row, now);
                });
    }

    private boolean interrupted(TenantId tenant, RunRow row) {
        boolean claimed = cards.count(tenant, new RunId(row.id), CardState.CLAIMED) > 0;
        if (row.state != RunState.PERSONALIZING || (row.leaseOwner == null && !claimed)) {
            return false;
        }
        row.leaseOwner = null;
        row.leaseUntil = null;
        row.fence++;
        int doubts = book.doubt(row, "Cardloom was interrupted while the device had this card.");
        book.hold(
                RunBook.cardloom(tenant),
                row,
                "The run was interrupted; "
                        + doubts
                        + " cards are in doubt. Look at the device, resolve them and resume.");
        return true;
    }

    private Answer given(TenantId tenant, RunRow row, Instant now) {
        row.leaseOwner = UUID.randomUUID().toString();
        row.leaseUntil = now.plus(settings.lease());
        row.fence++;
        return new Answer.Ours(new Lease(tenant, new RunId(row.id), row.fence));
    }

    /** Gives the run back, if it is still ours. */
    void free(Lease lease) {
        work.<@Nullable Void>apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.locked(lease.tenant(), lease.run());
                    if (row.fence == lease.fence()) {
                        row.leaseOwner = null;
                        row.leaseUntil = null;
                    }
                    return null;
                });
    }

    /** Renews the lease until it is closed, so that a slow device does not lose it. */
    Keeper keep(Lease lease) {
        Keeper keeper = new Keeper();
        Thread.ofVirtual().name("lease-" + lease.run()).start(() -> keeper.renewUntilClosed(lease));
        return keeper;
    }

    /** Renews one lease. */
    final class Keeper implements AutoCloseable {

        private final CountDownLatch closed = new CountDownLatch(1);

        private void renewUntilClosed(Lease lease) {
            try {
                while (!closed.await(settings.lease().toMillis() / 3, TimeUnit.MILLISECONDS)) {
                    renew(lease);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (LeaseLost | Refusal e) {
                LOG.warn("The lease of {} is lost", lease.run());
            }
        }

        private void renew(Lease lease) {
            work.<@Nullable Void>apart(
                    lease.tenant(),
                    () -> {
                        book.fenced(lease).leaseUntil = book.now().plus(settings.lease());
                        return null;
                    });
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
