package io.cardloom.portal.admin;

import com.vaadin.flow.component.textfield.IntegerField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.production.retention.Retentions;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;

/** Asks for how long a program's account data are kept. */
final class RetentionDialog {

    private RetentionDialog() {}

    static void open(Actor actor, Retentions retentions, Program program, Runnable saved) {
        IntegerField days = new IntegerField("Days");
        days.setMin(1);
        days.setMax(Retentions.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(retentions.days(actor, program.id()));
        new Ask(
                        "Account data of " + program.name(),
                        "Save",
                        () ->
                                Attempt.to(
                                        () -> {
                                            Integer wanted = days.getValue();
                                            retentions.save(
                                                    actor,
                                                    program.id(),
                                                    wanted == null ? 0 : wanted);
                                            saved.run();
                                        }))
                .saying(
                        "When an order rests for so long with no run open, it is closed and its"
                                + " account data are destroyed, with a certificate. Orders that are"
                                + " there already follow the new number, too.")
                .with(days)
                .open();
    }
}
