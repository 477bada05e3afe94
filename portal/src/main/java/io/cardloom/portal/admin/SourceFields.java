package io.cardloom.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.form.ListColumn;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks from which column each value comes. */
final class SourceFields extends Div {

    private static final String NONE = "Nothing";
    private static final String SAME = "The same for every card";

    private final Map<ListColumn, Select<String>> choices = new EnumMap<>(ListColumn.class);
    private final Map<ListColumn, TextField> constants = new EnumMap<>(ListColumn.class);
    private final Runnable changed;
    private final List<ListColumn> offered;
    private Set<String> columns = new LinkedHashSet<>();

    /**
     * @param tracks which tracks come with the program's lists
     * @param changed told when the person chose another source
     */
    SourceFields(ListForm form, SuppliedTracks tracks, Runnable changed) {
        this.offered = ListColumn.of(tracks);
        this.changed = changed;
        addClassName("cl-form");
        for (ListColumn column : offered) {
            Select<String> choice = new Select<>();
            choice.setLabel(column.words());
            TextField constant = new TextField(column.words() + " of every card");
            choices.put(column, choice);
            constants.put(column, constant);
            add(choice, constant);
        }
        form.sources().entrySet().stream()
                .filter(source -> offered.contains(source.getKey()))
                .map(Map.Entry::getValue)
                .filter(ListSource.FromColumn.class::isInstance)
                .map(s -> ((ListSource.FromColumn) s).name())
                .sorted()
                .forEach(columns::add);
        columns.addAll(form.leftOut());
        offer();
        // Of a form that is older than the program's wish, tracks may be left.
        form.sources().entrySet().stream()
                .filter(source -> offered.contains(source.getKey()))
                .forEach(source -> set(source.getKey(), source.getValue()));
        for (ListColumn column : offered) {
            choice(column).addValueChangeListener(e -> choose(column, e.isFromClient()));
            constant(column).addValueChangeListener(e -> changedBy(e.isFromClient()));
            show(column);
        }
    }

    /** Offers the columns of a list; what is called alike is taken. */
    void offer(Collection<String> names) {
        columns = new LinkedHashSet<>(names);
        Map<ListColumn, String> before = new EnumMap<>(ListColumn.class);
        choices.forEach((column, choice) -> before.put(column, choice.getValue()));
        offer();
        for (ListColumn column : offered) {
            String kept = before.getOrDefault(column, NONE);
            choice(column).setValue(SAME.equals(kept) ? SAME : alike(column, kept));
        }
    }

    /** Where each value comes from. */
    Map<ListColumn, ListSource> sources() {
        Map<ListColumn, ListSource> sources = new EnumMap<>(ListColumn.class);
        choices.forEach(
                (column, choice) -> {
                    if (SAME.equals(choice.getValue())) {
                        sources.put(
                                column,
                                new ListSource.Constant(constant(column).getValue().strip()));
                    } else if (!NONE.equals(choice.getValue())) {
                        sources.put(column, new ListSource.FromColumn(choice.getValue()));
                    }
                });
        return sources;
    }

    /** The columns that no value comes from. */
    Set<String> leftOut() {
        Set<String> used =
                choices.values().stream().map(Select::getValue).collect(Collectors.toSet());
        return columns.stream()
                .filter(name -> !used.contains(name) && !name.isBlank())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private void offer() {
        for (ListColumn column : offered) {
            List<String> items = new ArrayList<>();
            items.add(NONE);
            if (column.mayBeConstant()) {
                items.add(SAME);
            }
            columns.stream().filter(name -> !name.isBlank()).forEach(items::add);
            choice(column).setItems(items);
            choice(column).setValue(NONE);
        }
    }

    private void set(ListColumn column, ListSource source) {
        switch (source) {
            case ListSource.FromColumn from -> choice(column).setValue(from.name());
            case ListSource.Constant same -> {
                choice(column).setValue(SAME);
                constant(column).setValue(same.text());
            }
        }
    }

    private String alike(ListColumn column, String kept) {
        return columns.stream()
                .filter(name -> alike(name, kept))
                .findFirst()
                .or(() -> columns.stream().filter(n -> alike(n, column.word())).findFirst())
                .or(() -> columns.stream().filter(n -> alike(n, column.words())).findFirst())
                .orElse(NONE);
    }

    private static boolean alike(String one, String other) {
        return one.strip().replace(' ', '_').equalsIgnoreCase(other.strip().replace(' ', '_'));
    }

    private void choose(ListColumn column, boolean byPerson) {
        show(column);
        changedBy(byPerson);
    }

    private void changedBy(boolean person) {
        if (person) {
            changed.run();
        }
    }

    private void show(ListColumn column) {
        constant(column).setVisible(SAME.equals(choice(column).getValue()));
    }

    private Select<String> choice(ListColumn column) {
        return java.util.Objects.requireNonNull(choices.get(column));
    }

    private TextField constant(ListColumn column) {
        return java.util.Objects.requireNonNull(constants.get(column));
    }
}
