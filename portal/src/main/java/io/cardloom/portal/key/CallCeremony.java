package io.cardloom.portal.key;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.CeremonyKind;
import io.cardloom.production.key.life.CeremonyPlan;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.identity.Person;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what a ceremony for a new key, or for a new version of one, is to do, and with whom. */
@Component
class CallCeremony {

    private static final int BLOCK_CHARACTERS = 4096;

    private final KeyCeremonies ceremonies;
    private final IssuerKeys keys;
    private final Custodians custodians;

    CallCeremony(KeyCeremonies ceremonies, IssuerKeys keys, Custodians custodians) {
        this.ceremonies = ceremonies;
        this.keys = keys;
        this.custodians = custodians;
    }

    /**
     * @param of the key that gets a new version; null for a key that is not there yet
     */
    void ask(Actor actor, @Nullable IssuerKey of) {
        Attempt.to(() -> new Form(actor, of).open());
    }

    /** Goes to the page of a ceremony that was called. */
    static void show(KeyCeremony ceremony) {
        UI.getCurrent().navigate(KeyNavigation.page(ceremony.id()));
    }

    /** Those under which a key block travels. */
    static List<IssuerKeyVersion> protecting(List<IssuerKey> keys, boolean alsoRetired) {
        return keys.stream()
                .filter(
                        k ->
                                k.usage() == KeyUsage.KEY_BLOCK_PROTECTION
                                        || k.usage() == KeyUsage.KEY_ENCRYPTION)
                .flatMap(k -> k.versions().stream())
                .filter(
                        v ->
                                v.state() == KeyState.ACTIVE
                                        || alsoRetired && v.state() == KeyState.RETIRED)
                .toList();
    }

    static Select<IssuerKeyVersion> protection(List<IssuerKeyVersion> protecting) {
        Select<IssuerKeyVersion> choice = new Select<>();
        choice.setLabel("Protected by");
        choice.setItems(protecting);
        choice.setItemLabelGenerator(
                v -> v.keyName() + ", version " + v.number() + ", " + v.checkValue().hex6());
        if (!protecting.isEmpty()) {
            choice.setValue(protecting.getFirst());
        }
        return choice;
    }

    private final class Form {

        private final Actor actor;
        private final Select<CeremonyKind> how = new Select<>();
        private final TextField name = new TextField("Name");
        private final Select<KeyUsage> usage = new Select<>();
        private final Select<KeyKind> kind = new Select<>();
        private final IntegerField quorum = new IntegerField("Shares that make the key again");
        private final TextField checkValue = new TextField("Check value of the whole key");
        private final TextArea block = new TextArea("Key block");
        private final Select<IssuerKeyVersion> protection;
        private final CheckboxGroup<Person> people;

        Form(Actor actor, @Nullable IssuerKey of) {
            this.actor = actor;
            protection = protection(protecting(keys.list(actor), true));
            people = custodians.choice(actor, "Each signs in herself and does her part.");
            how.setLabel("How");
            how.setItems(
                    CeremonyKind.GENERATE,
                    CeremonyKind.GENERATE_SHARED,
                    CeremonyKind.COMPONENTS,
                    CeremonyKind.IMPORT_BLOCK);
            how.setItemLabelGenerator(KeyWords::title);
            name.setMaxLength(80);
            usage.setLabel("Use");
            usage.setItems(KeyUsage.values());
            usage.setItemLabelGenerator(KeyWords::usage);
            kind.setLabel("Algorithm and length");
            kind.setItems(KeyKind.values());
            kind.setItemLabelGenerator(KeyWords::kind);
            quorum.setHelperText(
                    "Each custodian takes one share away; so many of them are needed.");
            quorum.setStepButtonsVisible(true);
            quorum.setMin(2);
            quorum.setMax(9);
            quorum.setValue(2);
            checkValue.setHelperText(
                    "Six characters from the sender's letter; empty when it names none");
            checkValue.setMaxLength(7);
            block.setHelperText("X9.143 or TR-31, version B or D");
            block.setMaxLength(BLOCK_CHARACTERS);
            start(of);
        }

        private void start(@Nullable IssuerKey of) {
            usage.addValueChangeListener(e -> kind.setValue(usual(e.getValue())));
            how.addValueChangeListener(e -> fit());
            usage.setValue(of == null ? KeyUsage.CARD_VERIFICATION : of.usage());
            if (of != null) {
                name.setValue(of.name());
                name.setReadOnly(true);
                usage.setReadOnly(true);
                of.versions().stream().findFirst().ifPresent(v -> kind.setValue(v.kind()));
            }
            how.setValue(CeremonyKind.GENERATE);
        }

        private void fit() {
            boolean arrives = how.getValue() == CeremonyKind.IMPORT_BLOCK;
            quorum.setVisible(how.getValue() == CeremonyKind.GENERATE_SHARED);
            checkValue.setVisible(arrives || how.getValue() == CeremonyKind.COMPONENTS);
            block.setVisible(arrives);
            protection.setVisible(arrives);
        }

        void open() {
            new Ask(
                            name.isReadOnly() ? "New version of " + name.getValue() : "New key",
                            "Call the ceremony",
                            () -> Attempt.to(() -> show(ceremonies.open(actor, plan()))))
                    .with(how, name, usage, kind, quorum, block, protection, checkValue, people)
                    .open();
        }

        private CeremonyPlan plan() {
            NewKey key =
                    new NewKey(
                            name.getValue(),
                            usage.getValue(),
                            kind.getValue(),
                            checkValue.isVisible() ? typed(checkValue.getValue()) : null);
            List<PersonId> named = Custodians.chosen(people);
            return switch (how.getValue()) {
                case GENERATE_SHARED ->
                        CeremonyPlan.shared(key, quorum.getOptionalValue().orElse(0), named);
                case COMPONENTS -> CeremonyPlan.components(key, named);
                case IMPORT_BLOCK ->
                        CeremonyPlan.block(
                                key,
                                block.getValue().replaceAll("\\s", ""),
                                protection
                                        .getOptionalValue()
                                        .orElseThrow(CallCeremony::unprotected)
                                        .id(),
                                named);
                default -> CeremonyPlan.generate(key, named);
            };
        }
    }

    static Refusal unprotected() {
        return Refusal.conflict(
                "KEY_NOT_PROTECTING",
                "A key block travels under a key block protection key. Make or take in one first"
                        + " (use K1), and activate it.");
    }

    private static KeyKind usual(KeyUsage usage) {
        return switch (usage) {
            case DATA_ENCRYPTION, KEY_BLOCK_PROTECTION, KEY_ENCRYPTION, MAC_CMAC -> KeyKind.AES_256;
            default -> KeyKind.TDEA_DOUBLE;
        };
    }

    private static @Nullable KeyCheckValue typed(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return KeyCheckValue.typed(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "KEY_CHECK_VALUE_FORM",
                    "A check value is six characters from 0 to 9 and A to F.");
        }
    }
}
