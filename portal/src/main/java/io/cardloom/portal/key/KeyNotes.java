package io.cardloom.portal.key;

import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.expiry.Expiry;
import io.cardloom.production.expiry.ExpiryAlarms;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What keys have to say on a person's first page. */
@Component
public class KeyNotes {

    private final KeyCeremonies ceremonies;
    private final OwnCertificates own;
    private final ExpiryAlarms alarms;

    KeyNotes(KeyCeremonies ceremonies, OwnCertificates own, ExpiryAlarms alarms) {
        this.ceremonies = ceremonies;
        this.own = own;
        this.alarms = alarms;
    }

    /** One line, where it leads, and why it stands there. */
    public record Note(String path, String name, String why, StateMark mark) {}

    /**
     * Ceremonies and renewals that wait for her, and what ends soon; nothing for whom neither
     * concerns.
     */
    public List<Note> of(Actor actor) {
        List<Note> notes = new ArrayList<>();
        if (actor.may(Permission.KEEP_KEYS)) {
            ceremonies.list(actor, 0, KeyCeremonies.PAGE).stream()
                    .filter(c -> KeyWords.waitsFor(c, actor.person()))
                    .forEach(
                            c ->
                                    notes.add(
                                            new Note(
                                                    KeyNavigation.page(c.id()),
                                                    KeyWords.title(c.kind()) + ": " + c.keyName(),
                                                    "Runs out " + Reading.moment(c.expiresAt()),
                                                    KeyWords.mark(c, actor.person()))));
            for (OwnPurpose purpose : OwnPurpose.values()) {
                own.list(actor, purpose).stream()
                        .filter(c -> OwnCertificateWords.waitsFor(c, actor.person()))
                        .forEach(c -> notes.add(renewal(c, actor)));
            }
        }
        if (actor.may(Permission.KEEP_KEYS) || actor.may(Permission.ADMINISTER)) {
            alarms.list(actor).stream()
                    .filter(Expiry::near)
                    .forEach(
                            e ->
                                    notes.add(
                                            new Note(
                                                    KeyNavigation.LIST,
                                                    e.thing().what(),
                                                    e.thing().remedy(),
                                                    mark(e))));
        }
        return notes;
    }

    private static Note renewal(OwnCertificate certificate, Actor actor) {
        return new Note(
                KeyNavigation.CERTIFICATES,
                "Confirm the next certificate: " + OwnCertificateWords.title(certificate.purpose()),
                "Asked for " + Reading.moment(certificate.askedAt()),
                OwnCertificateWords.mark(certificate, actor.person()));
    }

    /** How far off the end is. */
    static StateMark mark(Expiry expiry) {
        if (expiry.over()) {
            return new StateMark("Over", Tone.STOP);
        }
        String left =
                expiry.days() == 0
                        ? "Last day"
                        : Reading.count(expiry.days(), "day left", "days left");
        if (expiry.near()) {
            return new StateMark(left, expiry.days() <= 7 ? Tone.STOP : Tone.CARE);
        }
        return new StateMark("Good", Tone.GOOD);
    }
}
