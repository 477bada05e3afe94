package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.traveldocument.NumberedSigner;
import io.cardloom.production.traveldocument.NumberedSigners;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document signers that follow each other, and what can be done with each. */
class SignerSheet extends Div {

    private static final String STAYS = "Documents that it signed stay good.";

    private final CurrentActor current;
    private final NumberedSigners signers;
    private final Custodians custodians;
    private final SignerDialogs dialogs;
    private final KeyEndDialogs ends;
    private @Nullable List<NumberedSigner> drawn;

    SignerSheet(
            CurrentActor current,
            NumberedSigners signers,
            Custodians custodians,
            SignerDialogs dialogs,
            KeyEndDialogs ends) {
        this.current = current;
        this.signers = signers;
        this.custodians = custodians;
        this.dialogs = dialogs;
        this.ends = ends;
        draw();
    }

    /** Draws what changed only: a button that is about to be pressed stays. */
    final void draw() {
        Actor actor = current.actor();
        List<NumberedSigner> all = signers.list(actor);
        if (all.equals(drawn)) {
            return;
        }
        drawn = all;
        removeAll();
        add(
                new Sheet("Document signers", all.isEmpty() ? none() : rows(actor, all))
                        .doing(
                                small("Make a request", () -> dialogs.request(actor, this::draw)),
                                small(
                                        "Bring a certificate",
                                        () -> dialogs.bring(actor, this::draw))));
    }

    private static Component none() {
        return new EmptyState(
                        "Nobody signs yet",
                        "Make a request, have the country's signing authority certify it, and"
                                + " bring its certificate in. Until then no run of documents is"
                                + " prepared.")
                .small();
    }

    private Rows rows(Actor actor, List<NumberedSigner> all) {
        Map<PersonId, String> names =
                custodians.names(
                        all.stream().flatMap(s -> Stream.ofNullable(s.askedBy())).toList());
        Rows rows = new Rows("minmax(0, 1.8fr) minmax(8rem, max-content) 9rem");
        for (NumberedSigner one : all) {
            rows.line(
                    Rows.name("Signer " + one.number(), SignerWords.story(one, names)),
                    SignerWords.mark(one, actor.person()),
                    actions(actor, one));
        }
        return rows;
    }

    private Div actions(Actor actor, NumberedSigner one) {
        Div actions = new Div();
        actions.addClassName("cl-actions");
        switch (one.standing()) {
            case WAITS, OVER ->
                    actions.add(
                            named(
                                    "Destroy",
                                    one,
                                    () -> ends.ask(actor, what(one), STAYS, asking(one))));
            case ASKED -> {
                if (SignerWords.waitsFor(one, actor.person())) {
                    actions.add(named("Confirm", one, () -> confirm(one)));
                }
                actions.add(named("Keep", one, () -> ends.keep(what(one), keeping(one))));
            }
            case ENDING -> actions.add(named("Finish", one, () -> confirm(one)));
            case SIGNS, CERTIFICATE_OVER, DESTROYED -> {}
        }
        return actions;
    }

    private Runnable asking(NumberedSigner one) {
        return () -> {
            signers.askToDestroy(current.actor(), one.number());
            draw();
        };
    }

    private void confirm(NumberedSigner one) {
        ends.confirm(
                what(one),
                STAYS,
                () -> {
                    signers.destroy(current.actor(), one.number());
                    draw();
                });
    }

    private Runnable keeping(NumberedSigner one) {
        return () -> {
            signers.keep(current.actor(), one.number());
            draw();
        };
    }

    private static String what(NumberedSigner one) {
        return "the private key of signer " + one.number();
    }

    private static Button named(String word, NumberedSigner one, Runnable act) {
        Button button = small(word, act);
        button.setAriaLabel(word + " signer " + one.number());
        return button;
    }

    private static Button small(String words, Runnable act) {
        Button button = new Button(words, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
