package io.cardloom.portal.demo;

import io.cardloom.production.RunId;
import io.cardloom.production.output.StepWatcher;
import io.cardloom.production.run.RunChanged;
import io.cardloom.production.run.RunMoved;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells each moment of each run in the process that is killed, and lets a thread stop where it was
 * told to: at a step's moments, and at the edges of the transactions in which runs are planned and
 * moved ({@code uncommitted}: all is done but the commit).
 */
@Component
@Profile("kill")
class KillPlaces implements StepWatcher {

    /** Stands for the run that is planned next. */
    static final String NEXT = "next";

    /** The card at which a device is stopped, so that one lies before it and one after it. */
    private static final int CARD = 2;

    private final Map<String, String> armed = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final Set<RunId> known = ConcurrentHashMap.newKeySet();

    /** The next thread that comes to this moment of this run stops there. */
    void arm(String run, String moment) {
        armed.put(run, moment);
    }

    /** Lets the thread go on that stopped at this run. */
    void go(String run) {
        Objects.requireNonNull(waiting.remove(run)).countDown();
    }

    /** Not the next one, if it should be told of. */
    void know(RunId run) {
        known.add(run);
    }

    @Override
    public void at(RunId run, int number, String step, Moment moment) {
        reached(run, number, step + " " + moment);
    }

    @EventListener
    void on(RunMoved moved) {
        watchTheCommit(moved.run(), moved.from() + "-" + moved.to());
    }

    /** A run that nobody knew has just been planned. */
    @EventListener
    void on(RunChanged changed) {
        if (known.add(changed.run())) {
            String moment = armed.remove(NEXT);
            if (moment != null) {
                armed.put(changed.run().value(), moment);
            }
            watchTheCommit(changed.run(), "planned");
        }
    }

    private void watchTheCommit(RunId run, String what) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public int getOrder() {
                        return Ordered.HIGHEST_PRECEDENCE;
                    }

                    @Override
                    public void beforeCompletion() {
                        reached(run, 0, what + " uncommitted");
                    }

                    @Override
                    public void afterCommit() {
                        reached(run, 0, what + " committed");
                    }
                });
    }

    private void reached(RunId run, int number, String moment) {
        KillConsole.tell("moment " + run + " " + number + " " + moment);
        if ((number == 0 || number == CARD) && armed.remove(run.value(), moment)) {
            CountDownLatch released = new CountDownLatch(1);
            waiting.put(run.value(), released);
            KillConsole.tell("arrived " + run + " " + moment);
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
