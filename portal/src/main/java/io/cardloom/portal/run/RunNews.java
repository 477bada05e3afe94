package io.cardloom.portal.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.cardloom.production.RunId;
import io.cardloom.production.output.StepWatcher;
import io.cardloom.production.run.RunChanged;
import io.cardloom.production.run.RunMoved;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open screens that a run moved, at most twice a second each, however fast cards are made.
 * Only names are told; a screen asks the doors again with its own actor.
 */
@org.springframework.stereotype.Component
public class RunNews implements StepWatcher {

    private static final long BEAT_MILLIS = 500;

    private final Map<Object, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Set<Object> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("run-news").factory());
    private final ScheduledFuture<?> beating;

    RunNews() {
        beating =
                beat.scheduleWithFixedDelay(
                        this::tell, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void at(RunId run, int number, String step, Moment moment) {
        if (moment == Moment.AFTER_OUTCOME) {
            changed.add(run);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RunChanged event) {
        changed.add(event.run());
        changed.add(event.tenant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RunMoved event) {
        changed.add(event.run());
        changed.add(event.tenant());
    }

    /** Calls back in the screen's own UI while it is attached, when this run moved. */
    public void follow(Component screen, RunId run, Runnable redraw) {
        listen(screen, run, redraw);
    }

    /** The same for any run of a tenant. */
    public void follow(Component screen, TenantId tenant, Runnable redraw) {
        listen(screen, tenant, redraw);
    }

    private void listen(Component screen, Object key, Runnable redraw) {
        screen.addAttachListener(
                attach -> {
                    UI ui = attach.getUI();
                    Runnable told = () -> Thread.startVirtualThread(() -> ui.access(redraw::run));
                    listeners.computeIfAbsent(key, k -> new CopyOnWriteArraySet<>()).add(told);
                    screen.addDetachListener(
                            detach -> {
                                detach.unregisterListener();
                                forget(key, told);
                            });
                });
    }

    private void forget(Object key, Runnable told) {
        listeners.computeIfPresent(
                key,
                (k, all) -> {
                    all.remove(told);
                    return all.isEmpty() ? null : all;
                });
    }

    private void tell() {
        for (Object key : changed) {
            changed.remove(key);
            Set<Runnable> all = listeners.get(key);
            if (all != null) {
                all.forEach(Runnable::run);
            }
        }
    }

    @PreDestroy
    void stop() {
        beating.cancel(false);
        beat.close();
    }
}
