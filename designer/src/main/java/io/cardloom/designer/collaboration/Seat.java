package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.LayerId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener: a bounded queue and a thread of its own, so that a slow one keeps nobody waiting
 * and costs no more memory than its queue.
 */
final class Seat implements Registration {

    /** Messages that wait for one listener before it is told that it fell behind. */
    static final int MOST_WAITING = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);
    private static final int MOST_SELECTED = 500;

    private final PersonId person;
    private final long after;
    private final Consumer<CollaborationMessage> listener;
    private final BiConsumer<Seat, CollaborationMessage.PointerMoved> pointing;
    private final Consumer<Seat> leave;
    private final Deque<CollaborationMessage> waiting = new ArrayDeque<>();
    private boolean closed;

    Seat(
            PersonId person,
            long after,
            Consumer<CollaborationMessage> listener,
            BiConsumer<Seat, CollaborationMessage.PointerMoved> pointing,
            Consumer<Seat> leave) {
        this.person = person;
        this.after = after;
        this.listener = listener;
        this.pointing = pointing;
        this.leave = leave;
        Thread.ofVirtual().name("seat-" + person).start(this::listen);
    }

    PersonId person() {
        return person;
    }

    @Override
    public long after() {
        return after;
    }

    /** Puts a message in the queue; a full one is emptied and the listener told to read anew. */
    synchronized void offer(CollaborationMessage message) {
        if (closed) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            @Nullable CollaborationMessage people =
                    message instanceof CollaborationMessage.PeopleChanged ? null : latestPeople();
            waiting.clear();
            waiting.add(new CollaborationMessage.FellBehind());
            if (people != null) {
                waiting.add(people);
            }
        }
        waiting.add(message);
        notifyAll();
    }

    private @Nullable CollaborationMessage latestPeople() {
        var from = waiting.descendingIterator();
        while (from.hasNext()) {
            CollaborationMessage message = from.next();
            if (message instanceof CollaborationMessage.PeopleChanged) {
                return message;
            }
        }
        return null;
    }

    /** A message that nobody misses, and that must not push out one that matters. */
    synchronized void offerIfIdle(CollaborationMessage message) {
        if (waiting.size() < MOST_WAITING / 8) {
            offer(message);
        }
    }

    private void listen() {
        try {
            @Nullable CollaborationMessage message = take();
            while (message != null) {
                listener.accept(message);
                message = take();
            }
        } catch (InterruptedException e) {
            LOG.debug("A listener was interrupted and leaves");
            close();
        } catch (RuntimeException e) {
            LOG.warn("A listener at a design failed and was taken from the table", e);
            close();
        }
    }

    /** The next message, waiting for one; null when the seat is left. */
    private synchronized @Nullable CollaborationMessage take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return closed ? null : waiting.removeFirst();
    }

    @Override
    public void point(int x, int y, Set<LayerId> selection) {
        if (selection.size() <= MOST_SELECTED) {
            pointing.accept(this, new CollaborationMessage.PointerMoved(person, x, y, selection));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            notifyAll();
        }
        leave.accept(this);
    }
}
