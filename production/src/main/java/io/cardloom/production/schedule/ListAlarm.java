package io.cardloom.production.schedule;

import io.cardloom.production.intake.ListHandedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a list taken in that was handed in: in the same transaction. */
@Component
class ListAlarm {

    private final Alarm alarm;

    ListAlarm(Alarm alarm) {
        this.alarm = alarm;
    }

    @EventListener
    void on(ListHandedIn list) {
        alarm.set(list.tenant(), list.order());
    }
}
