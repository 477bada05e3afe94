package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.expiry.Expiry;
import io.cardloom.production.expiry.ExpiryAlarms;
import java.util.List;

/** What ends, what ends first at the head. */
@org.springframework.stereotype.Component
@org.springframework.context.annotation.Scope("prototype")
class ExpirySheet {

    private final CurrentActor current;
    private final ExpiryAlarms alarms;

    ExpirySheet(CurrentActor current, ExpiryAlarms alarms) {
        this.current = current;
        this.alarms = alarms;
    }

    Sheet draw() {
        return new Sheet("Good until", list(alarms.list(current.actor())));
    }

    private static Component list(List<Expiry> all) {
        if (all.isEmpty()) {
            return new EmptyState(
                            "Nothing that ends",
                            "Certificates of files and chips, and active keys, are listed here"
                                    + " with their last day.")
                    .small();
        }
        Rows rows = new Rows("minmax(0, 1.8fr) minmax(0, 1fr) minmax(7rem, max-content)");
        for (Expiry expiry : all) {
            String end = Reading.moment(expiry.thing().notAfter());
            rows.line(
                    Rows.name(expiry.thing().what(), expiry.near() ? expiry.thing().remedy() : ""),
                    Rows.wide(end),
                    KeyNotes.mark(expiry));
        }
        return rows;
    }
}
