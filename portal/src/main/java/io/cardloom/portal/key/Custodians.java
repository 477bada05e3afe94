package io.cardloom.portal.key;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.identity.Person;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who can be named for a ceremony, and what people are called. */
@Component
class Custodians {

    private final KeyCeremonies ceremonies;
    private final People people;

    Custodians(KeyCeremonies ceremonies, People people) {
        this.ceremonies = ceremonies;
        this.people = people;
    }

    /**
     * A list to choose from; with two custodians both are chosen.
     *
     * @throws Refusal {@code CEREMONY_CUSTODIANS} when there are not even two
     */
    CheckboxGroup<Person> choice(Actor actor, String helper) {
        List<Person> all = two(actor);
        CheckboxGroup<Person> choice = new CheckboxGroup<>("Custodians");
        choice.setItems(all);
        choice.setItemLabelGenerator(Person::name);
        choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        choice.setHelperText(helper);
        choice.setValue(
                all.size() == 2
                        ? new HashSet<>(all)
                        : new HashSet<>(
                                all.stream()
                                        .filter(p -> p.id().equals(actor.requirePerson()))
                                        .toList()));
        return choice;
    }

    /**
     * All custodians, two at least.
     *
     * @throws Refusal {@code CEREMONY_CUSTODIANS} when there are not even two
     */
    List<Person> two(Actor actor) {
        List<Person> all = ceremonies.custodians(actor);
        if (all.size() < 2) {
            throw Refusal.conflict(
                    "CEREMONY_CUSTODIANS",
                    "It takes two key custodians at least, and you are the only one. An"
                            + " administrator gives a second person the role, under People.");
        }
        return all;
    }

    /** In the order of the list, so that part numbers follow it. */
    static List<PersonId> chosen(CheckboxGroup<Person> choice) {
        return choice.getListDataView()
                .getItems()
                .filter(choice.getValue()::contains)
                .map(Person::id)
                .toList();
    }

    /** What each of them is called today. */
    Map<PersonId, String> names(Collection<PersonId> ids) {
        return people.of(new LinkedHashSet<>(ids));
    }

    static String name(Map<PersonId, String> names, PersonId id) {
        return names.getOrDefault(id, "Somebody");
    }
}
