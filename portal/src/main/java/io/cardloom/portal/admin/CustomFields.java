package io.cardloom.portal.admin;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.designer.field.CardValues;
import io.cardloom.production.intake.form.ListForm;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks which columns become fields of the issuer's own, and what these are called. */
final class CustomFields extends Div {

    private final MultiSelectComboBox<String> chosen =
            new MultiSelectComboBox<>("Columns to keep as fields of your own");
    private final Div names = new Div();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Runnable changed;
    private Set<String> columns = new LinkedHashSet<>();

    /**
     * @param changed told when the person chose or named otherwise
     */
    CustomFields(ListForm form, Runnable changed) {
        this.changed = changed;
        addClassName("cl-form");
        names.addClassName("cl-form");
        chosen.setHelperText(
                "For carriers, such as the lines of an address, and for fields of a design that are"
                        + " called alike. At most "
                        + ListForm.MOST_CUSTOM
                        + ".");
        Map<String, String> known = new TreeMap<>();
        form.custom().forEach((name, column) -> known.put(column, name));
        columns.addAll(known.keySet());
        chosen.setItems(columns);
        chosen.setValue(known.keySet());
        known.forEach(this::name);
        chosen.addValueChangeListener(
                e -> {
                    show(e.getValue());
                    if (e.isFromClient()) {
                        changed.run();
                    }
                });
        add(chosen, names);
    }

    /** Offers the columns of a list. */
    void offer(Collection<String> offered) {
        Set<String> kept = new LinkedHashSet<>(chosen.getValue());
        columns = new LinkedHashSet<>(offered);
        columns.removeIf(String::isBlank);
        kept.retainAll(columns);
        chosen.setItems(columns);
        chosen.setValue(kept);
        show(kept);
    }

    /** The fields by name, each with its column. */
    Map<String, String> custom() {
        Map<String, String> custom = new TreeMap<>();
        fields.forEach((column, name) -> custom.put(name.getValue().strip(), column));
        return custom;
    }

    private void show(Set<String> wanted) {
        fields.keySet().stream().filter(c -> !wanted.contains(c)).toList().forEach(this::drop);
        wanted.stream()
                .filter(column -> !fields.containsKey(column))
                .forEach(column -> name(column, suggested(column)));
    }

    private void name(String column, String name) {
        TextField field = new TextField("Name of " + column);
        field.setValue(name);
        field.setMaxLength(40);
        field.setHelperText("Small letters, digits and low lines");
        field.addValueChangeListener(e -> changed.run());
        fields.put(column, field);
        names.add(field);
    }

    private void drop(String column) {
        TextField gone = fields.remove(column);
        if (gone != null) {
            names.remove(gone);
        }
    }

    private static String suggested(String column) {
        return Normalizer.normalize(CardValues.named(column), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+", "");
    }
}
