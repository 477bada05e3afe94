package io.cardloom.portal.template;

import com.vaadin.flow.component.Component;
import io.cardloom.designer.template.RebrandId;
import io.cardloom.designer.template.RebrandMoved;
import io.cardloom.portal.component.Beat;
import jakarta.annotation.PreDestroy;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open screens that a rebrand went on. */
@org.springframework.stereotype.Component
class RebrandNews {

    private final Beat beat = new Beat("rebrand-news");

    @TransactionalEventListener(fallbackExecution = true)
    void on(RebrandMoved event) {
        beat.changed(event.rebrand());
    }

    /** Calls back in the screen's own UI while it is attached, when this rebrand went on. */
    void follow(Component screen, RebrandId rebrand, Runnable redraw) {
        beat.follow(screen, rebrand, redraw);
    }

    @PreDestroy
    void stop() {
        beat.close();
    }
}
