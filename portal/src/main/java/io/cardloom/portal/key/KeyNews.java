package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import io.cardloom.portal.component.Beat;
import io.cardloom.production.key.OwnCertificateMoved;
import io.cardloom.production.key.life.CeremonyId;
import io.cardloom.production.key.life.CeremonyMoved;
import io.cardloom.production.signingkey.SigningKeyMoved;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open screens that a ceremony, a certificate of Cardloom's or a key that signs moved; they
 * ask the doors again with their own actor.
 */
@org.springframework.stereotype.Component
class KeyNews {

    private final Beat beat = new Beat("key-news");

    @TransactionalEventListener(fallbackExecution = true)
    void on(CeremonyMoved moved) {
        beat.changed(moved.ceremony());
        beat.changed(moved.tenant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OwnCertificateMoved moved) {
        beat.changed(moved.tenant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SigningKeyMoved moved) {
        beat.changed(moved.tenant());
    }

    void follow(Component screen, CeremonyId ceremony, Runnable redraw) {
        beat.follow(screen, ceremony, redraw);
    }

    void follow(Component screen, TenantId tenant, Runnable redraw) {
        beat.follow(screen, tenant, redraw);
    }

    @PreDestroy
    void stop() {
        beat.close();
    }
}
