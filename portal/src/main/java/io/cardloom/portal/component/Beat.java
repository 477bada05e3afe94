package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Calls open screens back when what they follow has changed, at most twice a second, however often
 * it does. Only the key is told; a screen asks the doors again with its own actor.
 */
public final class Beat implements AutoCloseable {

    private static final long BEAT_MILLIS = 500;

    private final Map<Object, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Set<Object> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> beating;

    /**
     * @param name of its thread
     */
    public Beat(String name) {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
        beating =
                clock.scheduleWithFixedDelay(
                        this::tell, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Looks again by itself, where what changes in another process is not told.
     *
     * @param every at least a second
     */
    public void lookingEvery(Duration every) {
        ScheduledFuture<?> looking =
                clock.scheduleWithFixedDelay(
                        () -> changed.addAll(listeners.keySet()),
                        every.toMillis(),
                        every.toMillis(),
                        TimeUnit.MILLISECONDS);
        if (looking.isCancelled()) {
            throw new IllegalStateException("the beat has ended");
        }
    }

    /** What this key names has changed. */
    public void changed(Object key) {
        changed.add(key);
    }

    /** Calls back in the screen's own UI while it is attached, when what the key names changed. */
    public void follow(Component screen, Object key, Runnable redraw) {
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

    @Override
    public void close() {
        beating.cancel(false);
        clock.shutdownNow();
        clock.close();
    }
}
