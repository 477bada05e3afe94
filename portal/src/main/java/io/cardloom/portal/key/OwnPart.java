package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.key.life.CeremonyId;
import io.cardloom.production.key.life.CeremonyParts;
import io.cardloom.production.key.life.CeremonyState;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the custodian at this screen has to do now; drawn anew only when that changed. */
final class OwnPart extends Composite<Div> {

    /** While she types, the field stays as it is, whatever the others do. */
    private static final String TYPING = "typing";

    private final CurrentActor current;
    private final KeyCeremonies ceremonies;
    private final CeremonyParts parts;
    private final CeremonyId id;
    private final Runnable after;
    private String drawn = "";

    OwnPart(
            CurrentActor current,
            KeyCeremonies ceremonies,
            CeremonyParts parts,
            CeremonyId id,
            Runnable after) {
        this.current = current;
        this.ceremonies = ceremonies;
        this.parts = parts;
        this.id = id;
        this.after = after;
    }

    void draw(KeyCeremony ceremony, Map<PersonId, String> names) {
        PersonId person = current.actor().requirePerson();
        Optional<KeyCeremony.Custodian> own =
                ceremony.custodians().stream().filter(c -> c.person().equals(person)).findFirst();
        String waits = waits(ceremony, names);
        String now = ceremony.state() + own.toString() + waits;
        if (now.equals(drawn)) {
            return;
        }
        boolean typing = own.filter(c -> typing(ceremony, c)).isPresent();
        if (typing && drawn.equals(TYPING)) {
            return;
        }
        drawn = typing ? TYPING : now;
        getContent().removeAll();
        getContent().setVisible(!ceremony.state().closed());
        if (!ceremony.state().closed()) {
            own.ifPresentOrElse(
                    c -> getContent().add(sheet(ceremony, c, waits)),
                    () ->
                            getContent()
                                    .add(
                                            said(
                                                    "You are not one of its custodians. You see"
                                                            + " how it goes on.")));
        }
    }

    private static boolean typing(KeyCeremony ceremony, KeyCeremony.Custodian own) {
        return ceremony.state() == CeremonyState.OPEN
                && ceremony.kind().takesParts()
                && !own.came()
                && own.checkValue() == null;
    }

    private static String waits(KeyCeremony ceremony, Map<PersonId, String> names) {
        boolean distributing = ceremony.state() == CeremonyState.DISTRIBUTING;
        return ceremony.custodians().stream()
                .filter(c -> distributing ? !c.took() : !c.came())
                .map(c -> Custodians.name(names, c.person()))
                .collect(Collectors.joining(", "));
    }

    private Component sheet(KeyCeremony ceremony, KeyCeremony.Custodian own, String waits) {
        boolean done = ceremony.state() == CeremonyState.DISTRIBUTING ? own.took() : own.came();
        if (done) {
            return said("You did your part. Still awaited: " + waits + ".");
        }
        if (ceremony.state() == CeremonyState.DISTRIBUTING) {
            return takesShare(own);
        }
        if (!ceremony.kind().takesParts()) {
            return attends();
        }
        KeyCheckValue entered = own.checkValue();
        return entered == null ? enters(ceremony, own) : compares(entered);
    }

    private static Sheet said(String words) {
        return new Sheet("Your part", Sheet.body(new Paragraph(words)));
    }

    private Component attends() {
        Button take = primary("Take part", () -> ceremonies.attend(current.actor(), id));
        return new Sheet(
                "Your part",
                Sheet.body(
                        new Paragraph(
                                "Look at what it is about, below. When you take part, you agree to"
                                        + " it; it is done as soon as enough custodians did."),
                        actions(take)));
    }

    private Component enters(KeyCeremony ceremony, KeyCeremony.Custodian own) {
        PartField field =
                new PartField(
                        own.number(),
                        2 * ceremony.keyKind().bytes(),
                        typed -> after(() -> parts.enter(current.actor(), id, typed)));
        return new Sheet(
                "Your part",
                Sheet.body(
                        new Paragraph(
                                "Type it from your paper; spaces do not matter. It is not shown"
                                        + " while you type, nor ever again. Its check value comes"
                                        + " next, to be compared."),
                        field));
    }

    private Component compares(KeyCheckValue entered) {
        Span large = new Span(entered.hex6());
        large.addClassName("cl-check-value");
        Button same = primary("It is the same", () -> parts.confirm(current.actor(), id));
        Button other =
                new Button(
                        "It is another one", e -> after(() -> parts.takeBack(current.actor(), id)));
        same.focus();
        Div body =
                Sheet.body(
                        new Paragraph("The check value of your part. Compare it with your paper."),
                        large,
                        actions(same, other));
        body.getElement().setAttribute("role", "status");
        return new Sheet("Your part", body);
    }

    private Component takesShare(KeyCeremony.Custodian own) {
        KeyCheckValue checkValue = own.checkValue();
        Button show =
                primary(
                        "Show my share, this once",
                        () ->
                                ShareDialog.show(
                                        parts.take(current.actor(), id),
                                        checkValue == null ? "–" : checkValue.hex6()));
        return new Sheet(
                "Your part",
                Sheet.body(
                        new Paragraph(
                                "The key is made. Have paper and envelope at hand, and nobody"
                                        + " behind you: your share is shown once."),
                        actions(show)));
    }

    private Button primary(String label, Runnable act) {
        Button button = new Button(label, e -> after(act));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        return button;
    }

    private void after(Runnable act) {
        if (!Attempt.to(act) && !drawn.equals(TYPING)) {
            drawn = "";
        }
        after.run();
    }

    private static Div actions(Component... buttons) {
        Div actions = new Div(buttons);
        actions.addClassName("cl-actions");
        return actions;
    }
}
