package io.cardloom.designer.template;

import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.SlotContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a template changed between two versions into a design that was composed from the
 * first: a kernel without storage.
 *
 * <p>Property by property, what the design has changed itself is kept, and what it has not follows
 * the template. A mandatory layer follows the template whole. A layer that fills a slot follows the
 * slot's box as long as it lies in it. What the template gives up goes, unless the design has
 * changed it.
 */
final class Recomposition {

    private static final List<String> BOX = List.of("x", "y", "width", "height", "rotation");

    private final DesignDocument from;
    private final DesignDocument to;
    private final DesignDocument design;
    private final List<EditCommand.One> changes = new ArrayList<>();

    private Recomposition(DesignDocument from, DesignDocument to, DesignDocument design) {
        this.from = from;
        this.to = to;
        this.design = design;
    }

    /** What has to be done to the design, in this order; empty when nothing has. */
    static List<EditCommand.One> of(DesignDocument from, DesignDocument to, DesignDocument design) {
        return new Recomposition(from, to, design).changes();
    }

    private List<EditCommand.One> changes() {
        TreeSet<String> ids = new TreeSet<>();
        from.layers().keySet().forEach(id -> ids.add(id.value()));
        to.layers().keySet().forEach(id -> ids.add(id.value()));
        for (String value : ids) {
            LayerId id = new LayerId(value);
            follow(id, from.layers().get(id), to.layers().get(id), design.layers().get(id));
        }
        return List.copyOf(changes);
    }

    private void follow(
            LayerId id, @Nullable Layer before, @Nullable Layer after, @Nullable Layer here) {
        if (Objects.equals(before, after) && (after == null || !after.tags().mandatory())) {
            return;
        }
        if (after == null) {
            if (here != null && (here.equals(before) || here.tags().mandatory())) {
                changes.add(new EditCommand.RemoveLayer(id));
            }
        } else if (here == null) {
            missing(id, before, after);
        } else if (after.tags().mandatory()) {
            become(id, here, after);
        } else if (before != null) {
            merge(id, before, after, here);
        }
    }

    /** The design lacks it: it is new, or it was taken out, or something fills its place. */
    private void missing(LayerId id, @Nullable Layer before, Layer after) {
        if (before == null || after.tags().mandatory()) {
            changes.add(new EditCommand.AddLayer(id, after));
        } else if (before.content() instanceof SlotContent && !before.tags().slot().isEmpty()) {
            design.layers().entrySet().stream()
                    .filter(e -> e.getValue().tags().slot().equals(before.tags().slot()))
                    .filter(e -> e.getValue().box().equals(before.box()))
                    .forEach(e -> set(e.getKey(), e.getValue(), boxOf(after)));
        }
    }

    private void merge(LayerId id, Layer before, Layer after, Layer here) {
        if (!type(before).equals(type(after))) {
            if (here.equals(before)) {
                replace(id, after);
            }
            return;
        }
        if (!type(here).equals(type(before))) {
            return;
        }
        Map<String, Object> old = before.properties();
        Map<String, Object> own = here.properties();
        Map<String, Object> wanted = new TreeMap<>();
        after.properties()
                .forEach(
                        (name, value) -> {
                            if (!value.equals(old.get(name))
                                    && Objects.equals(own.get(name), old.get(name))) {
                                wanted.put(name, value);
                            }
                        });
        set(id, here, wanted);
    }

    private void become(LayerId id, Layer here, Layer after) {
        if (type(here).equals(type(after))) {
            set(id, here, after.properties());
        } else {
            replace(id, after);
        }
    }

    private void replace(LayerId id, Layer after) {
        changes.add(new EditCommand.RemoveLayer(id));
        changes.add(new EditCommand.AddLayer(id, after));
    }

    private void set(LayerId id, Layer here, Map<String, Object> wanted) {
        Map<String, Object> differing = new TreeMap<>(wanted);
        differing.entrySet().removeAll(here.properties().entrySet());
        if (!differing.isEmpty()) {
            changes.add(new EditCommand.SetProperties(id, differing));
        }
    }

    private static Map<String, Object> boxOf(Layer layer) {
        Map<String, Object> box = new TreeMap<>(layer.properties());
        box.keySet().retainAll(BOX);
        return box;
    }

    private static Object type(Layer layer) {
        return Objects.requireNonNull(layer.properties().get("type"));
    }
}
