package io.cardloom.portal.key;

import com.vaadin.flow.component.textfield.IntegerField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificateState;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.tenancy.permission.Actor;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks for the next certificate of a purpose, confirms it, takes it back, puts it off. */
@Component
class RenewalDialogs {

    private static final int USUAL_DAYS = 30;
    private static final int USUAL_DELAY = 7;

    private final OwnCertificates own;
    private final Custodians custodians;

    RenewalDialogs(OwnCertificates own, Custodians custodians) {
        this.own = own;
        this.custodians = custodians;
    }

    void ask(Actor actor, OwnPurpose purpose, Runnable after) {
        if (!Attempt.to(() -> custodians.two(actor))) {
            return;
        }
        IntegerField lead = days("Days it is announced before it is used");
        lead.setHelperText("In these days those who use it fetch it. 0 uses it at once.");
        IntegerField overlap = days("Days the present one stays afterwards");
        overlap.setHelperText(
                "Then its private key is destroyed. 0 when that key may have leaked.");
        new Ask(
                        "Renew: " + OwnCertificateWords.title(purpose),
                        "Ask for it",
                        () ->
                                Attempt.to(
                                        () -> {
                                            own.ask(actor, purpose, value(lead), value(overlap));
                                            after.run();
                                            Notice.done("Another custodian has to confirm it.");
                                        }))
                .saying(
                        "A new key pair is made when another custodian confirms. The days count"
                                + " from then.")
                .with(lead, overlap)
                .open();
    }

    void confirm(Actor actor, OwnCertificate asked, Runnable after) {
        new Ask(
                        "Confirm the next certificate?",
                        "Confirm it",
                        () ->
                                Attempt.to(
                                        () -> {
                                            own.confirm(actor, asked.id());
                                            after.run();
                                            Notice.done("Confirmed. It takes its course now.");
                                        }))
                .saying(
                        OwnCertificateWords.title(asked.purpose())
                                + ", number "
                                + asked.number()
                                + ": "
                                + OwnCertificateWords.plan(asked.leadDays(), asked.overlapDays())
                                + ".")
                .saying(
                        "Its key pair is made now. In the end the private key of the present one"
                                + " is destroyed. It cannot be taken back.")
                .open();
    }

    void abandon(Actor actor, OwnCertificate asked, Runnable after) {
        new Ask(
                        "Abandon this renewal?",
                        "Abandon it",
                        () ->
                                Attempt.to(
                                        () -> {
                                            own.abandon(actor, asked.id());
                                            after.run();
                                            Notice.done("Abandoned. Nothing was made.");
                                        }))
                .saying("The present certificate stays in use. It can be asked for again.")
                .grave()
                .open();
    }

    /** That the coming one is used, or the outgoing one ends. */
    void putOff(Actor actor, OwnCertificate one, Runnable after) {
        IntegerField days = days("Days later");
        days.setValue(USUAL_DELAY);
        days.setHelperText("1 to " + OwnCertificates.MOST_PUT_OFF + "; it can be put off again");
        new Ask(
                        one.state() == OwnCertificateState.COMING
                                ? "Use number " + one.number() + " later?"
                                : "Let number " + one.number() + " stay longer?",
                        "Put it off",
                        () ->
                                Attempt.to(
                                        () -> {
                                            own.putOff(actor, one.id(), value(days));
                                            after.run();
                                            Notice.done("Put off.");
                                        }))
                .saying(
                        OwnCertificateWords.title(one.purpose())
                                + ". Nothing is brought forward by this, so you do not need"
                                + " another custodian for it.")
                .with(days)
                .open();
    }

    private static IntegerField days(String label) {
        IntegerField field = new IntegerField(label);
        field.setValue(USUAL_DAYS);
        field.setStepButtonsVisible(true);
        return field;
    }

    /** An empty field is no number of days, and is refused as such. */
    private static int value(IntegerField field) {
        return Objects.requireNonNullElse(field.getValue(), -1);
    }
}
