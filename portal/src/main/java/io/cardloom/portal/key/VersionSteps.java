package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.key.life.CeremonyKind;
import io.cardloom.production.key.life.CeremonyPlan;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCustody;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.tenancy.identity.Person;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with a version of a key in its present state. */
@org.springframework.stereotype.Component
class VersionSteps {

    private final KeyCeremonies ceremonies;
    private final IssuerKeys keys;
    private final KeyCustody custody;
    private final Custodians custodians;

    VersionSteps(
            KeyCeremonies ceremonies, IssuerKeys keys, KeyCustody custody, Custodians custodians) {
        this.ceremonies = ceremonies;
        this.keys = keys;
        this.custody = custody;
        this.custodians = custodians;
    }

    Component[] buttons(
            Actor actor,
            IssuerKeyVersion version,
            Map<Integer, PersonId> holders,
            Runnable redraw) {
        List<Component> buttons = new ArrayList<>();
        PersonId person = actor.requirePerson();
        if (version.state() != KeyState.DESTROYED && holders.containsValue(person)) {
            buttons.add(button("Hand my part over", () -> handOver(actor, version, redraw)));
        }
        if (version.quorum() > 0 && version.state() != KeyState.DESTROYED) {
            buttons.add(step(actor, version, CeremonyKind.RESTORE, "Restore"));
        }
        switch (version.state()) {
            case PREPARED -> {
                buttons.add(step(actor, version, CeremonyKind.DESTROY, "Destroy"));
                buttons.add(step(actor, version, CeremonyKind.ACTIVATE, "Activate"));
            }
            case ACTIVE -> {
                buttons.add(button("Export", () -> export(actor, version)));
                buttons.add(step(actor, version, CeremonyKind.REVOKE, "Revoke"));
                buttons.add(step(actor, version, CeremonyKind.RETIRE, "Retire"));
            }
            case RETIRED -> {
                buttons.add(step(actor, version, CeremonyKind.REVOKE, "Revoke"));
                buttons.add(step(actor, version, CeremonyKind.DESTROY, "Destroy"));
            }
            case COMPROMISED -> buttons.add(step(actor, version, CeremonyKind.DESTROY, "Destroy"));
            case DESTROYED -> {}
        }
        return buttons.toArray(Component[]::new);
    }

    private static Button button(String label, Runnable act) {
        Button button = new Button(label, e -> Attempt.to(act));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Button step(Actor actor, IssuerKeyVersion version, CeremonyKind kind, String label) {
        return button(label, () -> ask(actor, version, kind, null));
    }

    private void export(Actor actor, IssuerKeyVersion version) {
        List<IssuerKeyVersion> protecting =
                CallCeremony.protecting(keys.list(actor), false).stream()
                        .filter(p -> !p.id().equals(version.id()))
                        .toList();
        if (protecting.isEmpty()) {
            throw CallCeremony.unprotected();
        }
        ask(actor, version, CeremonyKind.EXPORT_BLOCK, CallCeremony.protection(protecting));
    }

    private void ask(
            Actor actor,
            IssuerKeyVersion version,
            CeremonyKind kind,
            @Nullable Select<IssuerKeyVersion> protection) {
        CheckboxGroup<Person> people =
                custodians.choice(
                        actor,
                        kind == CeremonyKind.RESTORE
                                ? "Those who bring their shares: " + version.quorum() + " at least"
                                : "Two of them take part.");
        TextArea reason = new TextArea("Reason");
        reason.setMaxLength(400);
        reason.setHelperText("Kept with the ceremony. No account numbers.");
        Ask ask =
                new Ask(
                        KeyWords.title(kind),
                        "Call the ceremony",
                        () ->
                                Attempt.to(
                                        () ->
                                                CallCeremony.show(
                                                        ceremonies.open(
                                                                actor,
                                                                plan(
                                                                        version,
                                                                        kind,
                                                                        protection,
                                                                        reason,
                                                                        people)))));
        ask.saying(consequence(kind, version));
        if (protection != null) {
            ask.with(protection);
        }
        ask.with(reason, people);
        if (kind == CeremonyKind.DESTROY || kind == CeremonyKind.REVOKE) {
            ask.grave();
        }
        ask.open();
    }

    private static CeremonyPlan plan(
            IssuerKeyVersion version,
            CeremonyKind kind,
            @Nullable Select<IssuerKeyVersion> protection,
            TextArea reason,
            CheckboxGroup<Person> people) {
        String why = reason.getValue().strip();
        List<PersonId> named = Custodians.chosen(people);
        return protection == null
                ? CeremonyPlan.on(kind, version.id(), why, named)
                : CeremonyPlan.export(version.id(), protection.getValue().id(), why, named);
    }

    private static String consequence(CeremonyKind kind, IssuerKeyVersion version) {
        String of = version.keyName() + ", version " + version.number();
        return of
                + switch (kind) {
                    case ACTIVATE ->
                            ": what is new is protected by it, and the version that is active now"
                                    + " retires.";
                    case RETIRE -> ": nothing new is protected by it; what is old stays readable.";
                    case REVOKE ->
                            ": it is taken for known to others. Nothing new is protected by it.";
                    case DESTROY -> ": it is gone for good, and so is what only it opens.";
                    case RESTORE -> " is loaded into the device again, from its shares on paper.";
                    case EXPORT_BLOCK ->
                            " leaves as a key block, which only the holder of the protection key"
                                    + " opens.";
                    default -> "";
                };
    }

    private void handOver(Actor actor, IssuerKeyVersion version, Runnable redraw) {
        Select<Person> to = new Select<>();
        to.setLabel("To");
        to.setItems(
                ceremonies.custodians(actor).stream()
                        .filter(p -> !p.id().equals(actor.requirePerson()))
                        .toList());
        to.setItemLabelGenerator(Person::name);
        new Ask(
                        "Hand my part over",
                        "I have handed it over",
                        () ->
                                Attempt.to(
                                        () -> {
                                            custody.handOver(
                                                    actor,
                                                    version.id(),
                                                    to.getOptionalValue()
                                                            .orElseThrow(VersionSteps::nobody)
                                                            .id());
                                            redraw.run();
                                            Notice.done("Kept in the trail.");
                                        }))
                .saying(
                        "Give her the sealed envelope in person. You never hold a part of this key"
                                + " again, and she never held one before.")
                .with(to)
                .open();
    }

    private static Refusal nobody() {
        return Refusal.invalid("CUSTODIAN_UNKNOWN", "Choose the custodian who takes the envelope.");
    }
}
