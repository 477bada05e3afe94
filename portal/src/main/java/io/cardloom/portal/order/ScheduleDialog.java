package io.cardloom.portal.order;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Reading;
import io.cardloom.production.output.Destination;
import io.cardloom.production.schedule.Timing;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Asks where and when an order is made. */
final class ScheduleDialog {

    private static final String ONCE = "Once";
    private static final String AGAIN = "Again and again";

    private final Select<Destination> destination = new Select<>();
    private final RadioButtonGroup<String> kind = new RadioButtonGroup<>("When");
    private final DateTimePicker at = new DateTimePicker("At");
    private final TextField cron = new TextField("Cron, with seconds");
    private final IntegerField perRun = new IntegerField("Cards a run");
    private final BiPredicate<Destination, Timing> schedule;

    private ScheduleDialog(
            List<Destination> destinations,
            int cards,
            LocalDateTime now,
            BiPredicate<Destination, Timing> schedule) {
        this.schedule = schedule;
        destination.setLabel("Made at");
        destination.setItems(destinations);
        destination.setItemLabelGenerator(Destination::name);
        destination.setValue(destinations.getFirst());
        kind.setItems(ONCE, AGAIN);
        kind.setValue(ONCE);
        at.setValue(now);
        at.setHelperText("In " + Reading.zone() + ". A time that has passed means now.");
        cron.setValue("0 30 6 ? * MON-FRI");
        cron.setHelperText("Read on the clock of " + Reading.zone() + ".");
        perRun.setValue(Math.max(1, cards));
        perRun.setMin(1);
        perRun.setStepButtonsVisible(true);
        kind.addValueChangeListener(e -> show());
        show();
    }

    static void open(
            List<Destination> destinations,
            int cards,
            LocalDateTime now,
            BiPredicate<Destination, Timing> schedule) {
        if (!Attempt.to(() -> requireDestination(destinations))) {
            return;
        }
        ScheduleDialog dialog = new ScheduleDialog(destinations, cards, now, schedule);
        Div parts = new Div();
        parts.addClassName("cl-form");
        parts.add(dialog.destination, dialog.kind, dialog.at, dialog.cron, dialog.perRun);
        new Ask("Schedule production", "Schedule", dialog::send).with(parts).open();
    }

    /**
     * @throws Refusal {@code SCHEDULE_NEEDS_DESTINATION} when there is none to choose from
     */
    static void requireDestination(List<Destination> destinations) {
        if (destinations.isEmpty()) {
            throw Refusal.conflict(
                    "SCHEDULE_NEEDS_DESTINATION",
                    "There is no bureau and no device yet. Add one under Destinations.");
        }
    }

    private void show() {
        boolean once = ONCE.equals(kind.getValue());
        at.setVisible(once);
        cron.setVisible(!once);
        perRun.setVisible(!once);
    }

    private boolean send() {
        if (ONCE.equals(kind.getValue())) {
            @Nullable LocalDateTime when = at.getValue();
            return when != null
                    && schedule.test(
                            destination.getValue(),
                            new Timing.Once(when.atZone(Reading.zone()).toInstant()));
        }
        @Nullable Integer cards = perRun.getValue();
        return cards != null
                && schedule.test(
                        destination.getValue(),
                        new Timing.Repeating(cron.getValue().strip(), Reading.zone(), cards));
    }
}
