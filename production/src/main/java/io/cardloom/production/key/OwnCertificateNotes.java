package io.cardloom.production.key;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the trail and the open screens what happens to Cardloom's own certificates. */
final class OwnCertificateNotes {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    OwnCertificateNotes(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void asked(Actor actor, OwnCertificateRow row) {
        note(
                actor,
                "certificate.renewalAsked",
                row,
                Map.of(
                        "purpose", row.purpose.words(),
                        "number", Integer.toString(row.number),
                        "leadDays", Integer.toString(row.leadDays),
                        "overlapDays", Integer.toString(row.overlapDays)));
    }

    void moved(Actor actor, String action, OwnCertificateRow row) {
        note(
                actor,
                action,
                row,
                Map.of(
                        "purpose", row.purpose.words(),
                        "number", Integer.toString(row.number),
                        "fingerprint", row.fingerprint == null ? "" : row.fingerprint));
    }

    void putOff(Actor actor, OwnCertificateRow row, Instant until) {
        note(
                actor,
                "certificate.putOff",
                row,
                Map.of(
                        "purpose", row.purpose.words(),
                        "number", Integer.toString(row.number),
                        "until", until.toString()));
    }

    private void note(Actor actor, String action, OwnCertificateRow row, Map<String, String> all) {
        audit.record(actor, new AuditEntry(action, row.id, null, all));
        events.publishEvent(new OwnCertificateMoved(actor.tenant(), row.id));
    }
}
