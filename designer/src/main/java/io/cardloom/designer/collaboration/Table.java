package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people at one design, and the one thread that reads what was committed and tells them. */
final class Table {

    private static final Logger LOG = LoggerFactory.getLogger(Table.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Colors that are told apart on light and on dark, by people who see fewer of them too. */
    private static final List<String> PALETTE =
            List.of(
                    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#7a3e9d",
                    "#5c6670");

    private final Designs designs;
    private final Actor reader;
    private final DesignId design;
    private final Semaphore news = new Semaphore(0);
    private final List<Seat> seats = new ArrayList<>();
    private final Map<PersonId, CollaborationMessage.Present> people = new LinkedHashMap<>();
    private long told;
    private DesignState state;
    private volatile boolean stateMayDiffer;
    private volatile boolean closed;

    /**
     * @param head of a moment ago; what came after it is told
     */
    Table(Designs designs, TenantId tenant, DesignView head) {
        this.designs = designs;
        this.reader = Actor.system(tenant, "Cardloom");
        this.design = head.id();
        this.told = head.number();
        this.state = head.state();
        Thread.ofVirtual().name("table-" + design).start(this::serve);
    }

    synchronized Seat seat(
            Actor actor, Consumer<CollaborationMessage> listener, Consumer<Seat> leave) {
        PersonId person = actor.requirePerson();
        Seat seat = new Seat(person, told, listener, this::point, leave);
        seats.add(seat);
        people.computeIfAbsent(
                person, p -> new CollaborationMessage.Present(p, actor.name(), freeColor()));
        tell(new CollaborationMessage.PeopleChanged(List.copyOf(people.values())));
        return seat;
    }

    /** Whether anybody is left. */
    synchronized boolean leave(Seat seat) {
        seats.remove(seat);
        if (seats.stream().noneMatch(s -> s.person().equals(seat.person()))
                && people.remove(seat.person()) != null) {
            tell(new CollaborationMessage.PeopleChanged(List.copyOf(people.values())));
        }
        return !seats.isEmpty();
    }

    /** Something was committed. */
    void wake() {
        news.release();
    }

    /** The design may stand elsewhere now. */
    void wakeForState() {
        stateMayDiffer = true;
        news.release();
    }

    void close() {
        closed = true;
        news.release();
    }

    private String freeColor() {
        List<String> taken =
                people.values().stream().map(CollaborationMessage.Present::color).toList();
        return PALETTE.stream()
                .filter(color -> !taken.contains(color))
                .findFirst()
                .orElse(PALETTE.get(people.size() % PALETTE.size()));
    }

    private synchronized void point(Seat from, CollaborationMessage.PointerMoved moved) {
        if (seats.contains(from)) {
            seats.stream()
                    .filter(seat -> !seat.person().equals(from.person()))
                    .forEach(seat -> seat.offerIfIdle(moved));
        }
    }

    /** Is never interrupted: an interrupt would close the database connection under its hands. */
    private void serve() {
        boolean answered = true;
        while (!closed) {
            if (answered) {
                news.acquireUninterruptibly();
            } else {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            news.drainPermits();
            answered = closed || readAndTell();
        }
    }

    /**
     * Tells what was committed since; false when the database did not answer, to be tried again.
     */
    private boolean readAndTell() {
        try {
            List<AppliedEdit> edits;
            do {
                edits = designs.edits(reader, design, told);
                tellAll(edits);
            } while (!edits.isEmpty());
            if (stateMayDiffer) {
                stateMayDiffer = false;
                tellState(designs.open(reader, design));
            }
            return true;
        } catch (RuntimeException e) {
            stateMayDiffer = true;
            LOG.warn("The news of {} could not be read, trying again", design, e);
            return false;
        }
    }

    private synchronized void tellAll(List<AppliedEdit> edits) {
        for (AppliedEdit edit : edits) {
            told = edit.number();
            tell(new CollaborationMessage.Edited(edit));
        }
    }

    private synchronized void tellState(DesignView head) {
        if (state != head.state()) {
            state = head.state();
            tell(new CollaborationMessage.StateChanged(state, head.digest()));
        }
    }

    private void tell(CollaborationMessage message) {
        seats.forEach(seat -> seat.offer(message));
    }
}
