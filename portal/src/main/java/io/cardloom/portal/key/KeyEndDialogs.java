package io.cardloom.portal.key;

import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.tenancy.permission.Actor;
import org.springframework.stereotype.Component;

/** Has the private key of a signer destroyed: one custodian asks, another confirms. */
@Component
class KeyEndDialogs {

    private final Custodians custodians;

    KeyEndDialogs(Custodians custodians) {
        this.custodians = custodians;
    }

    /**
     * @param what as "the private key of signer 2"
     * @param stays what its end leaves as it is, a sentence
     */
    void ask(Actor actor, String what, String stays, Runnable how) {
        if (!Attempt.to(() -> custodians.two(actor))) {
            return;
        }
        new Ask(
                        "Destroy " + what + "?",
                        "Ask for it",
                        () -> Attempt.to(() -> done(how, "Another custodian has to confirm it.")))
                .saying(stays + " Nothing happens before another custodian confirms.")
                .grave()
                .open();
    }

    /** As {@link #ask}; for the other one. */
    void confirm(String what, String stays, Runnable how) {
        new Ask(
                        "Destroy " + what + " now?",
                        "Destroy it",
                        () -> Attempt.to(() -> done(how, "It is destroyed.")))
                .saying(stays + " It cannot be taken back.")
                .grave()
                .open();
    }

    void keep(String what, Runnable how) {
        new Ask(
                        "Keep " + what + "?",
                        "Keep it",
                        () -> Attempt.to(() -> done(how, "Nothing was destroyed.")))
                .saying("Its destruction can be asked for again.")
                .open();
    }

    private static void done(Runnable how, String said) {
        how.run();
        Notice.done(said);
    }
}
