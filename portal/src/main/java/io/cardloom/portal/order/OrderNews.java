package io.cardloom.portal.order;

import com.vaadin.flow.component.Component;
import io.cardloom.portal.component.Beat;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.IntakeMoved;
import io.cardloom.production.order.OrderChanged;
import io.cardloom.production.role.ProcessRole;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open screens that an order changed, or that its list is further. */
@org.springframework.stereotype.Component
class OrderNews {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private final Beat beat;

    OrderNews(ProcessRole role) {
        beat = new Beat("order-news");
        if (!role.holdsKeys()) {
            // The work is done in another process, which tells its own screens only.
            beat.lookingEvery(LOOK);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OrderChanged event) {
        beat.changed(event.order());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(IntakeMoved event) {
        beat.changed(event.order());
    }

    /** Calls back in the screen's own UI while it is attached, when this order changed. */
    void follow(Component screen, CardOrderId order, Runnable redraw) {
        beat.follow(screen, order, redraw);
    }

    @PreDestroy
    void stop() {
        beat.close();
    }
}
