package io.cardloom.portal.key;

import com.vaadin.flow.component.select.Select;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.KeyId;
import io.cardloom.production.key.life.ProgramKey;
import io.cardloom.production.key.life.ProgramKeys;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks which keys a program's cards are made with; only what was changed is said. */
@Component
class ProgramKeysDialog {

    private final ProgramKeys keys;

    ProgramKeysDialog(ProgramKeys keys) {
        this.keys = keys;
    }

    /** One of the answers to choose from; without a key it is the standard one. */
    private record Choice(Optional<IssuerKey> key) {

        String words() {
            return key.map(KeyWords::withCheckValue).orElse("The standard key");
        }

        Optional<KeyId> id() {
            return key.map(IssuerKey::id);
        }
    }

    void ask(Actor actor, Program program, Runnable after) {
        List<ProgramKey> used = keys.list(actor, program.id());
        Map<KeyUsage, Select<Choice>> fields = new EnumMap<>(KeyUsage.class);
        Map<KeyUsage, Choice> before = new EnumMap<>(KeyUsage.class);
        used.forEach(key -> field(key, fields, before));
        new Ask(
                        "Keys of " + program.name(),
                        "Keep",
                        () ->
                                Attempt.to(
                                        () -> {
                                            keys.choose(
                                                    actor, program.id(), changes(fields, before));
                                            after.run();
                                            Notice.done("The next runs are made with these keys.");
                                        }))
                .saying(
                        "Runs that are prepared stay as they are. PINs that were drawn stay too;"
                                + " their offsets and verification values follow the key.")
                .with(fields.values().toArray(Select[]::new))
                .open();
    }

    private static void field(
            ProgramKey used, Map<KeyUsage, Select<Choice>> fields, Map<KeyUsage, Choice> before) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(Optional.empty()));
        used.offered().forEach(key -> choices.add(new Choice(Optional.of(key))));
        Choice now = new Choice(used.own());
        if (!choices.contains(now)) {
            choices.add(now);
        }
        Select<Choice> field = new Select<>();
        field.setLabel(KeyWords.usage(used.usage()));
        field.setItems(choices);
        field.setItemLabelGenerator(Choice::words);
        field.setValue(now);
        field.setHelperText(standard(used));
        fields.put(used.usage(), field);
        before.put(used.usage(), now);
    }

    private static String standard(ProgramKey used) {
        return used.standard()
                .map(key -> "The standard key is " + KeyWords.withCheckValue(key))
                .orElse("None of these keys is the standard one yet");
    }

    private static Map<KeyUsage, Optional<KeyId>> changes(
            Map<KeyUsage, Select<Choice>> fields, Map<KeyUsage, Choice> before) {
        Map<KeyUsage, Optional<KeyId>> changes = new EnumMap<>(KeyUsage.class);
        fields.forEach(
                (usage, field) -> {
                    if (!field.getValue().equals(before.get(usage))) {
                        changes.put(usage, field.getValue().id());
                    }
                });
        return changes;
    }
}
