package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.DesignEdited;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignStateChanged;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The door of the people at a design.
 *
 * <p>What is told was committed, and is told in the order of the commits: a commit only wakes the
 * design's table, which reads from the database what it has not told yet. Presence itself is this
 * process's own and is gone with it; edits are not.
 */
@Component
public class Presence {

    private record Place(TenantId tenant, DesignId design) {}

    private final Designs designs;
    private final Map<Place, Table> tables = new ConcurrentHashMap<>();

    Presence(Designs designs) {
        this.designs = designs;
    }

    /**
     * Sits down at a design; needs {@code VIEW_DESIGN} and a person. Join first and open the design
     * then: nothing is lost between the two.
     *
     * @param listener told on a thread of its own, one message after the other; one that throws is
     *     taken from the table
     * @throws io.cardloom.tenancy.refusal.Refusal not found for a design that is not the actor's
     */
    public Registration join(
            Actor actor, DesignId design, Consumer<CollaborationMessage> listener) {
        actor.require(Permission.VIEW_DESIGN);
        actor.requirePerson();
        DesignView head = designs.open(actor, design);
        Place place = new Place(actor.tenant(), design);
        Seat[] taken = new Seat[1];
        tables.compute(
                place,
                (p, present) -> {
                    Table table = present == null ? new Table(designs, p.tenant(), head) : present;
                    taken[0] = table.seat(actor, listener, seat -> leave(p, seat));
                    return table;
                });
        wake(place, Table::wakeForState);
        return taken[0];
    }

    private void leave(Place place, Seat seat) {
        tables.computeIfPresent(
                place,
                (p, table) -> {
                    if (table.leave(seat)) {
                        return table;
                    }
                    table.close();
                    return null;
                });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void tell(DesignEdited edited) {
        wake(new Place(edited.tenant(), edited.design()), Table::wake);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void tell(DesignStateChanged changed) {
        wake(new Place(changed.tenant(), changed.design()), Table::wakeForState);
    }

    private void wake(Place place, Consumer<Table> how) {
        @Nullable Table table = tables.get(place);
        if (table != null) {
            how.accept(table);
        }
    }

    @PreDestroy
    void close() {
        tables.values().forEach(Table::close);
        tables.clear();
    }
}
