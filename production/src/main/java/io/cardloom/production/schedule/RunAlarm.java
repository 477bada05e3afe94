package io.cardloom.production.schedule;

import io.cardloom.production.run.RunMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes a run when it begins to move, lets it sleep when it rests: in the same transaction. */
@Component
class RunAlarm {

    private final Alarm alarm;

    RunAlarm(Alarm alarm) {
        this.alarm = alarm;
    }

    @EventListener
    void on(RunMoved moved) {
        if (moved.to().moving() && !moved.from().moving()) {
            alarm.set(moved.tenant(), moved.run());
        } else if (!moved.to().moving() && moved.from().moving()) {
            alarm.clear(moved.run());
        }
    }
}
