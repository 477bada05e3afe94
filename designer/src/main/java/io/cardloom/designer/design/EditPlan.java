package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a command makes of a document: a kernel that stores nothing and knows nobody.
 *
 * @param document as it will be
 * @param command that makes it so
 * @param inverse that takes it back
 */
record EditPlan(DesignDocument document, EditCommand command, EditCommand inverse) {

    /**
     * @throws Refusal {@code LAYER_GONE} (somebody removed it: the editor shows the head), {@code
     *     LAYER_EXISTS}, {@code LAYER_LOCKED}, {@code NOTHING_CHANGES}, {@code TYPE_FIXED}, {@code
     *     LAYERS_TOO_MANY}, or the refusal of a value
     */
    static EditPlan of(DesignDocument document, EditCommand command) {
        return switch (command) {
            case EditCommand.AddLayer add -> add(document, add);
            case EditCommand.SetProperties set -> set(document, set);
            case EditCommand.RemoveLayer remove -> remove(document, remove);
        };
    }

    private static EditPlan add(DesignDocument document, EditCommand.AddLayer add) {
        if (document.layers().containsKey(add.id())) {
            throw Refusal.conflict(
                    "LAYER_EXISTS", "There is a layer of this id already; change that one.");
        }
        return new EditPlan(
                document.with(add.id(), add.layer()), add, new EditCommand.RemoveLayer(add.id()));
    }

    private static EditPlan set(DesignDocument document, EditCommand.SetProperties set) {
        Layer layer = present(document, set.id());
        if (set.changes().isEmpty()) {
            throw Refusal.invalid("NOTHING_CHANGES", "An edit has to change a property at least.");
        }
        if (set.changes().containsKey("type")) {
            throw Refusal.invalid(
                    "TYPE_FIXED", "A layer keeps its type; add one of the other type.");
        }
        boolean unlocks = Boolean.FALSE.equals(set.changes().get("locked"));
        if (layer.locked() && !unlocks) {
            throw locked();
        }
        TreeMap<String, Object> properties = LayerProperties.of(layer);
        Map<String, Object> before = new TreeMap<>();
        set.changes()
                .forEach(
                        (name, value) -> {
                            Object old = properties.put(name, value);
                            if (old != null) {
                                before.put(name, old);
                            }
                        });
        Layer changed = LayerProperties.layer(properties);
        return new EditPlan(
                document.with(set.id(), changed),
                set,
                new EditCommand.SetProperties(set.id(), before));
    }

    private static EditPlan remove(DesignDocument document, EditCommand.RemoveLayer remove) {
        Layer layer = present(document, remove.id());
        if (layer.locked()) {
            throw locked();
        }
        return new EditPlan(
                document.without(remove.id()),
                remove,
                new EditCommand.AddLayer(remove.id(), layer));
    }

    private static Layer present(DesignDocument document, LayerId id) {
        @Nullable Layer layer = document.layers().get(id);
        if (layer == null) {
            throw Refusal.conflict(
                    "LAYER_GONE",
                    "Somebody has removed this layer; the edit has nothing to change.");
        }
        return layer;
    }

    private static Refusal locked() {
        return Refusal.conflict("LAYER_LOCKED", "This layer is locked; unlock it first.");
    }
}
